import type { BusinessDate } from './business-date.ts';
import { type MinorUnits, toDecimalText } from './money.ts';
import type { ColumnKind } from './table-column.ts';

/** How a figure looks where the file can say so; its value is exact in every file. */
export type FigureStyle = 'count' | 'money' | 'ratio' | 'rate';

/** A cell of a file: text as people wrote it, a figure in plain decimals that stays a figure, or a business date. */
export type ExportCell =
  | { readonly text: string }
  | { readonly figure: string; readonly style?: FigureStyle }
  | { readonly day: BusinessDate }
  | null;

/** The cell of a file for a value of a table; rates leave as fractions (0.05), money as decimals. */
export function exportCell(kind: ColumnKind, value: unknown): ExportCell {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'text':
      return { text: String(value) };
    case 'flag':
      return { text: value ? 'Yes' : 'No' };
    case 'day':
      return { day: value as BusinessDate };
    case 'money':
      return { figure: toDecimalText(value as MinorUnits), style: 'money' };
    case 'count':
      return { figure: String(value), style: 'count' };
    case 'ratio':
      return { figure: plain(value as number), style: 'ratio' };
    case 'rate':
    case 'change':
    case 'points':
      return { figure: plain(value as number), style: 'rate' };
  }
}

/** Never in exponents, which some readers take for text. */
function plain(value: number): string {
  return value
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');
}

/** OWASP's list of what starts a formula, also after blanks; a control character at the start is one of them. */
export function startsFormula(text: string): boolean {
  return /^\s*[=+\-@\t\r\n|%]/u.test(text) || /^[\t\r\n]/.test(text);
}
