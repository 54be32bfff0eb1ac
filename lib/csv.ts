/** A cell of an export: text as it was written by people, or a figure in plain decimals that stays a figure. */
export type CsvCell = { readonly text: string } | { readonly figure: string } | null;

const BYTE_ORDER_MARK = '\uFEFF';
const FIGURE = /^-?\d+(\.\d+)?$/;

/**
 * RFC 4180 with CRLF, and a byte order mark, without which spreadsheets read UTF-8 as something else. Text that a
 * spreadsheet would run as a formula is preceded by an apostrophe; figures are written bare.
 * @throws RangeError where a figure is not a plain decimal
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if ('figure' in cell) {
    if (!FIGURE.test(cell.figure)) throw new RangeError(`"${cell.figure}" is not a figure`);
    return cell.figure;
  }
  return `"${neutralise(cell.text).replaceAll('"', '""')}"`;
}

/** OWASP's list of what starts a formula, also after blanks; a control character at the start is one of them. */
function neutralise(text: string): string {
  return /^\s*[=+\-@\t\r\n|%]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}
