import { type MinorUnits, minorUnits } from './money.ts';
import type { ShelfGap, StoreDay } from './store-day.ts';
import type { TableColumn } from './table-column.ts';
import type { WeekdayPattern } from './weekday-pattern.ts';

/* The tables of a store's page as files and as JSON. Of several stores they hold the sums. */

export type StoreDayRow = StoreDay & {
  readonly labourHours: number | null;
  readonly plannedHours: number | null;
};

export const STORE_DAY_COLUMNS: readonly TableColumn<StoreDayRow>[] = [
  { id: 'businessDate', title: 'Day', kind: 'day' },
  { id: 'netSales', title: 'Net sales', kind: 'money', metric: 'netSales' },
  { id: 'target', title: 'Target', kind: 'money' },
  { id: 'visits', title: 'Traffic', kind: 'count' },
  { id: 'counterTransactions', title: 'Transactions over the counter', kind: 'count' },
  { id: 'labourHours', title: 'Labour hours', kind: 'ratio' },
  { id: 'plannedHours', title: 'Hours planned', kind: 'ratio' },
];

export function storeDayRows(days: readonly StoreDay[]): StoreDayRow[] {
  return days.map((day) => ({
    ...day,
    labourHours: day.labourHundredths === null ? null : day.labourHundredths / 100,
    plannedHours: day.plannedHundredths === null ? null : day.plannedHundredths / 100,
  }));
}

const DAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** An average day of a weekday. */
export interface WeekdayRow {
  readonly day: string;
  readonly days: number;
  readonly visits: number;
  readonly conversionRate: number;
  readonly labourHours: number;
  readonly plannedHours: number;
  readonly salesPerHour: MinorUnits | null;
}

export const WEEKDAY_COLUMNS: readonly TableColumn<WeekdayRow>[] = [
  { id: 'day', title: 'Weekday', kind: 'text' },
  { id: 'days', title: 'Days', kind: 'count' },
  { id: 'visits', title: 'Traffic', kind: 'ratio' },
  { id: 'conversionRate', title: 'Conversion', kind: 'rate', metric: 'conversionRate' },
  { id: 'labourHours', title: 'Labour hours', kind: 'ratio' },
  { id: 'plannedHours', title: 'Hours planned', kind: 'ratio' },
  { id: 'salesPerHour', title: 'Sales per labour hour', kind: 'money' },
];

export function weekdayRows(pattern: readonly WeekdayPattern[]): WeekdayRow[] {
  return pattern.map((of) => ({
    day: DAYS[of.weekday] ?? '',
    days: of.days,
    visits: of.visits / of.days,
    conversionRate: of.counterTransactions / of.visits,
    labourHours: of.labourHundredths / of.days / 100,
    plannedHours: of.plannedHundredths / of.days / 100,
    salesPerHour:
      of.labourHundredths > 0
        ? minorUnits(BigInt(Math.round((of.netSales * 100) / of.labourHundredths)))
        : null,
  }));
}

export const SHELF_COLUMNS: readonly TableColumn<ShelfGap>[] = [
  { id: 'productName', title: 'Product', kind: 'text', detail: 'productId' },
  { id: 'unitsSold', title: 'Sold in 4 weeks', kind: 'count' },
  { id: 'daysInStock', title: 'Days in stock, of 28', kind: 'count' },
  { id: 'lastSoldOn', title: 'Last sold', kind: 'day' },
  { id: 'onOrder', title: 'On order', kind: 'count' },
];
