import type { BusinessDate } from './business-date.ts';
import {
  formatChange,
  formatCount,
  formatDay,
  formatMoney,
  formatPoints,
  formatRate,
  formatRatio,
  NO_FIGURE,
} from './figures.ts';
import type { MetricName } from './metrics.ts';
import type { MinorUnits } from './money.ts';

/**
 * What a column holds, and so how it is written, sorted, aligned and taken away as a file:
 * text; day (a business date); count (whole units); ratio (two decimals); money (minor units); rate (0.05 = 5.0%);
 * change (a rate with its sign); points (a difference of rates); flag (yes or no).
 */
export type ColumnKind = 'text' | 'day' | 'count' | 'ratio' | 'money' | 'rate' | 'change' | 'points' | 'flag';

/** One column of a table, as a value: it crosses to the browser, and the same list makes the file of the table. */
export interface TableColumn<Row> {
  /** The field of the row it shows. */
  readonly id: Extract<keyof Row, string>;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Whose definition its heading opens, and which direction of a change is good news. */
  readonly metric?: MetricName;
  /** Field with an address: the cell leads there. */
  readonly href?: Extract<keyof Row, string>;
  /** Field said in small beside the cell: an id, a region. */
  readonly detail?: Extract<keyof Row, string>;
  /** Draws the figure's length against the largest of the column. */
  readonly bar?: true;
  /** Not shown until somebody chooses it. */
  readonly optional?: true;
  /** Left out where the panel is no wider than a phone; what is there can still be scrolled to and exported. */
  readonly wide?: true;
}

const IS_FIGURE: Readonly<Record<ColumnKind, boolean>> = {
  text: false,
  day: false,
  flag: false,
  count: true,
  ratio: true,
  money: true,
  rate: true,
  change: true,
  points: true,
};

/** Figures stand at the right, so that their digits line up. */
export function isFigure(kind: ColumnKind): boolean {
  return IS_FIGURE[kind];
}

/** A cell as a person reads it; null is a dash, never a zero. */
export function writeCell(kind: ColumnKind, value: unknown, currency: string): string {
  if (value === null || value === undefined) return NO_FIGURE;
  switch (kind) {
    case 'text':
      return String(value);
    case 'day':
      return formatDay(value as BusinessDate);
    case 'count':
      return formatCount(value as number);
    case 'ratio':
      return formatRatio(value as number);
    case 'money':
      return formatMoney(value as MinorUnits, currency);
    case 'rate':
      return formatRate(value as number);
    case 'change':
      return formatChange(value as number);
    case 'points':
      return formatPoints(value as number);
    case 'flag':
      return value ? 'Yes' : 'No';
  }
}

/** Below zero where `a` comes first. Both are values; what is missing is kept at the end by the caller. */
export function compareCells(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string')
    return a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' });
  const [left, right] = [a, b] as [number | bigint | boolean, number | bigint | boolean];
  return left < right ? -1 : Number(left > right);
}

/** How a table is sorted, as it stands in an address: `netSales`, or `-netSales` with the largest first. */
export interface TableOrder {
  readonly id: string;
  readonly desc: boolean;
}

/** Null for a column the table does not have: an old or a made-up address sorts nothing. */
export function readOrder(text: string, ids: readonly string[]): TableOrder | null {
  const desc = text.startsWith('-');
  const id = desc ? text.slice(1) : text;
  return ids.includes(id) ? { id, desc } : null;
}

export function writeOrder({ id, desc }: TableOrder): string {
  return desc ? `-${id}` : id;
}
