import type { DemandDay, ForecastAccuracy, ForecastDay, ForecastPart } from './demand-forecast.ts';
import { daysOfCover } from './stock-health.ts';
import type { TableColumn } from './table-column.ts';

/** A part of a forecast as a line of a table: what is expected a day, beside what was sold a day of late. */
export interface ForecastLine extends ForecastPart {
  readonly address: string | null;
  readonly change: number | null;
  readonly cover: number | null;
}

const DAYS_AHEAD = 30;
const DAYS_BACK = 28;

export function forecastLines(
  parts: readonly ForecastPart[],
  title: string,
  address: (part: ForecastPart) => string | null,
): ForecastLine[] {
  return parts.map((part) => ({
    ...part,
    expected: title === 'Product' ? part.expected : Math.round(part.expected),
    name: part.name || 'No category',
    address: address(part),
    change: part.sold > 0 ? part.expected / DAYS_AHEAD / (part.sold / DAYS_BACK) - 1 : null,
    cover: daysOfCover(part.available, part.expected / DAYS_AHEAD),
  }));
}

export const forecastColumns = (title: string): readonly TableColumn<ForecastLine>[] => [
  { id: 'name', title, kind: 'text', href: 'address', detail: 'id' },
  {
    id: 'expected',
    title: 'Expected',
    kind: title === 'Product' ? 'ratio' : 'count',
    metric: 'expectedDemand',
    bar: true,
  },
  { id: 'change', title: 'Against 28 days', kind: 'change', metric: 'expectedDemand', wide: true },
  { id: 'cover', title: 'Days of cover', kind: 'ratio', metric: 'daysOfCover', wide: true },
  { id: 'orderUnits', title: 'To order', kind: 'count', metric: 'orderUnits' },
  { id: 'sold', title: 'Sold in 28 days', kind: 'count', optional: true },
  { id: 'available', title: 'Available', kind: 'count', optional: true },
];

/** A day that closed, or one ahead: what was sold and estimated to be lost, or what is expected. */
export interface ForecastDayRow {
  readonly day: DemandDay['businessDate'];
  readonly sold: number | null;
  readonly lost: number | null;
  readonly expected: number | null;
  readonly p10: number | null;
  readonly p90: number | null;
}

export const FORECAST_DAY_COLUMNS: readonly TableColumn<ForecastDayRow>[] = [
  { id: 'day', title: 'Day', kind: 'day' },
  { id: 'sold', title: 'Sold', kind: 'ratio' },
  { id: 'lost', title: 'Wanted of empty shelves', kind: 'ratio' },
  { id: 'expected', title: 'Expected', kind: 'ratio', metric: 'expectedDemand' },
  { id: 'p10', title: 'P10', kind: 'ratio' },
  { id: 'p90', title: 'P90', kind: 'ratio' },
];

/** Days that closed, then the days ahead. */
export function forecastDayRows(
  closed: readonly DemandDay[],
  ahead: readonly ForecastDay[],
): ForecastDayRow[] {
  return [
    ...closed.map(({ businessDate, sold, lost }) => ({
      ...{ day: businessDate, sold, lost, expected: null, p10: null, p90: null },
    })),
    ...ahead.map(({ businessDate, mean, p10, p90 }) => ({
      ...{ day: businessDate, sold: null, lost: null, expected: mean, p10, p90 },
    })),
  ];
}

/** A day of the forecast made 30 days ago, beside what came of it. */
export const TRIAL_COLUMNS: readonly TableColumn<ForecastDay>[] = [
  { id: 'businessDate', title: 'Day', kind: 'day' },
  { id: 'originDate', title: 'Made at the close of', kind: 'day' },
  { id: 'mean', title: 'Expected', kind: 'ratio' },
  { id: 'p10', title: 'P10', kind: 'ratio' },
  { id: 'p90', title: 'P90', kind: 'ratio' },
  { id: 'actual', title: 'Sold', kind: 'ratio' },
  { id: 'naive', title: 'Same day of the last week', kind: 'ratio' },
];

export const ACCURACY_COLUMNS: readonly TableColumn<ForecastAccuracy>[] = [
  { id: 'levelName', title: 'Level', kind: 'text' },
  { id: 'horizon', title: 'Days ahead', kind: 'text' },
  { id: 'method', title: 'Method', kind: 'text' },
  { id: 'points', title: 'Days tried', kind: 'count' },
  { id: 'wape', title: 'WAPE', kind: 'rate' },
  { id: 'bias', title: 'Bias', kind: 'change' },
  { id: 'mase', title: 'MASE', kind: 'ratio' },
  { id: 'coverage', title: 'In range', kind: 'rate' },
  { id: 'coverageBusy', title: 'In range, of days that sold', kind: 'rate' },
];
