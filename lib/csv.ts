import { type ExportCell, startsFormula } from './export-cell.ts';

/** Without it spreadsheets read UTF-8 as something else. */
export const BYTE_ORDER_MARK = '\uFEFF';
const FIGURE = /^-?\d+(\.\d+)?$/;

/**
 * RFC 4180 with CRLF. Text that a spreadsheet would run as a formula is preceded by an apostrophe; figures and days are
 * written bare.
 * @throws RangeError where a figure is not a plain decimal
 */
export function writeCsvRow(row: readonly ExportCell[]): string {
  return `${row.map(writeCell).join(',')}\r\n`;
}

function writeCell(cell: ExportCell): string {
  if (cell === null) return '';
  if ('day' in cell) return cell.day;
  if ('figure' in cell) {
    if (!FIGURE.test(cell.figure)) throw new RangeError(`"${cell.figure}" is not a figure`);
    return cell.figure;
  }
  return `"${(startsFormula(cell.text) ? `'${cell.text}` : cell.text).replaceAll('"', '""')}"`;
}
