import { type MinorUnits, minorUnits } from './money.ts';

/** Sales of one hour of one weekday over a period, on the stores' own clocks. */
export interface HourOfWeek {
  /** ISO: 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** Whole hours since the midnight that begins the business date; 24 is the one after it. */
  readonly hour: number;
  /** Days of that weekday with any trade. */
  readonly days: number;
  readonly netSales: MinorUnits;
  readonly transactions: number;
}

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export interface HourCell {
  /** Net sales of this hour on a day of that weekday, on average; null where nothing was sold in it. */
  readonly netSales: MinorUnits | null;
  /** Against the strongest hour of the week, 0 to 1. */
  readonly strength: number;
}

export interface HourRow {
  readonly hour: number;
  /** Monday to Sunday. */
  readonly cells: readonly HourCell[];
}

/** The week as a grid: an hour a row, from the first to the last with trade, a weekday a column. */
export function weekGrid(hours: readonly HourOfWeek[]): HourRow[] {
  if (hours.length === 0) return [];
  const average = ({ netSales, days }: HourOfWeek) => minorUnits(netSales / BigInt(Math.max(1, days)));
  const strongest = hours.map(average).reduce((most, one) => (one > most ? one : most), 1n as MinorUnits);
  const of = new Map(hours.map((one) => [`${one.weekday} ${one.hour}`, average(one)]));
  const all = hours.map(({ hour }) => hour);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    hour: first + at,
    cells: WEEKDAYS.map((_name, weekday) => {
      const netSales = of.get(`${weekday + 1} ${first + at}`) ?? null;
      const strength = netSales === null || netSales < 0n ? 0 : Number(netSales) / Number(strongest);
      return { netSales, strength };
    }),
  }));
}

/** `14:00`; the hour after midnight of a long evening is `00:00`. */
export function hourInWords(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}

/** The strongest hour of the week in a sentence's words, `Saturday's 14:00`; null where nothing was sold. */
export function strongestHour(rows: readonly HourRow[]): string | null {
  const all = rows.flatMap(({ hour, cells }) => cells.map((cell, weekday) => ({ hour, weekday, ...cell })));
  const [best] = all.filter(({ netSales }) => netSales !== null).sort((a, b) => b.strength - a.strength);
  return best ? `${WEEKDAYS[best.weekday]} ${hourInWords(best.hour)}` : null;
}
