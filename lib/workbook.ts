import { type BusinessDate, businessDate, daysBetween } from './business-date.ts';
import { type ExportCell, type FigureStyle, startsFormula } from './export-cell.ts';
import type { ColumnKind } from './table-column.ts';

/*
 * The parts of an Office Open XML workbook (ECMA-376) of two sheets: the table, and what it says of itself. Text stands
 * inline, so that rows can be written as they come; an inline text is never a formula.
 */

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Positions in `cellXfs` of the styles below. */
const STYLES = { plain: 0, heading: 1, day: 2, count: 3, money: 4, ratio: 5, rate: 6, quoted: 7 } as const;
/** Number formats: the ones below 164 are built in. */
const FORMATS = [0, 0, 14, 3, 4, 4, 164, 49] as const;

/** Everything but the sheets, by path in the package. */
export function workbookParts(table: string): Readonly<Record<string, string>> {
  const formats = FORMATS.map(
    (format, at) =>
      `<xf numFmtId="${format}" fontId="${at === STYLES.heading ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${at === STYLES.quoted ? ' quotePrefix="1"' : ''}/>`,
  ).join('');
  return {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${DECLARATION}<workbook ${MAIN} xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="${sheetName(table)}" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${DECLARATION}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FORMATS.length}">${formats}</cellXfs></styleSheet>`,
  };
}

const WIDTHS: Partial<Record<ColumnKind, number>> = { text: 30, money: 16 };

/** A sheet up to its first row; with `frozen` its heading stays in sight. */
export function sheetHead(kinds: readonly ColumnKind[], frozen: boolean): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const columns = kinds.map(
    (kind, at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[kind] ?? 13}" customWidth="1"/>`,
  );
  return `${DECLARATION}<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0">${frozen ? pane : ''}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

export const SHEET_FOOT = '</sheetData></worksheet>';

export function sheetHeading(titles: readonly string[]): string {
  return `<row>${titles.map((title) => inline(title, STYLES.heading)).join('')}</row>`;
}

export function sheetRow(row: readonly ExportCell[]): string {
  return `<row>${row.map(writeCell).join('')}</row>`;
}

function writeCell(cell: ExportCell): string {
  if (cell === null) return '<c/>';
  if ('day' in cell) return number(String(serialOf(cell.day)), STYLES.day);
  if ('figure' in cell) return number(cell.figure, styleOf(cell.style));
  // Opened, it is text already; the mark keeps it text once somebody edits the cell.
  return inline(cell.text, startsFormula(cell.text) ? STYLES.quoted : STYLES.plain);
}

const styleOf = (style: FigureStyle | undefined): number => (style ? STYLES[style] : STYLES.plain);
const number = (value: string, style: number) => `<c s="${style}"><v>${value}</v></c>`;
const inline = (text: string, style: number) =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;

/** Days since the last of 1899, as spreadsheets count them from March 1900 on. */
function serialOf(day: BusinessDate): number {
  return daysBetween(businessDate('1899-12-30'), day);
}

/** What XML 1.0 cannot hold is left out; what would read as an escape of the format is escaped itself. */
function escapeText(text: string): string {
  return text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** A sheet's name has at most 31 characters and none of `[]:*?/\`. */
function sheetName(title: string): string {
  return escapeText(title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31));
}
