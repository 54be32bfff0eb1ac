import type { ForecastPart } from './demand-forecast.ts';
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
  { id: 'cover', title: 'Days of cover', kind: 'ratio', metric: 'daysOfCover' },
  { id: 'orderUnits', title: 'To order', kind: 'count', metric: 'orderUnits' },
  { id: 'sold', title: 'Sold in 28 days', kind: 'count', optional: true },
  { id: 'available', title: 'Available', kind: 'count', optional: true },
];
