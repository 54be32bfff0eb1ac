import type { CohortCell } from './customer-cohorts.ts';
import type { ListedCustomer } from './customer-page.ts';
import { CUSTOMER_SEGMENTS } from './customer-segment.ts';
import {
  type CategorySpend,
  CHANNEL_TITLES,
  type ChannelSales,
  type CustomerLine,
  type CustomerOrder,
  type NextBestProduct,
  type SegmentFigures,
  suggestedBecause,
  type TierFigures,
} from './customers.ts';
import type { MinorUnits } from './money.ts';
import { minorUnits, toDecimalText } from './money.ts';
import type { TableColumn } from './table-column.ts';

/*
 * The tables about customers as files and as JSON. No name, address or telephone number is in any of them: nobody can
 * make a list of people.
 */

const NET_SALES = { id: 'netSales', title: 'Net sales', kind: 'money', metric: 'netSales' } as const;
const CUSTOMERS = { id: 'customers', title: 'Customers', kind: 'count' } as const;

export type SegmentRow = Omit<SegmentFigures, 'segment'> & {
  readonly segment: string;
  readonly title: string;
  readonly meaning: string;
  readonly change: number | null;
  readonly share: number | null;
  readonly each: MinorUnits | null;
};

export const SEGMENT_COLUMNS: readonly TableColumn<SegmentRow>[] = [
  { id: 'title', title: 'Segment', kind: 'text', detail: 'segment' },
  { id: 'meaning', title: 'Meaning', kind: 'text' },
  CUSTOMERS,
  { id: 'share', title: 'Share', kind: 'rate' },
  { id: 'customersBefore', title: 'Four weeks before', kind: 'count' },
  { id: 'change', title: 'Change', kind: 'count' },
  { id: 'orders', title: 'Orders', kind: 'count' },
  NET_SALES,
  { id: 'each', title: 'Net sales each', kind: 'money' },
  { id: 'predictedSales', title: 'Predicted net sales', kind: 'money' },
  { id: 'expectedLost', title: 'Expected to stay away', kind: 'ratio' },
];

export function segmentRows(figures: readonly SegmentFigures[]): SegmentRow[] {
  const all = figures.reduce((sum, { customers }) => sum + customers, 0);
  return figures.map((row) => ({
    ...row,
    ...CUSTOMER_SEGMENTS[row.segment],
    change: row.customersBefore === null ? null : row.customers - row.customersBefore,
    share: all === 0 ? null : row.customers / all,
    each: row.customers === 0 ? null : minorUnits(row.netSales / BigInt(row.customers)),
  }));
}

export type CustomerRow = Omit<CustomerLine, 'customerKey'> & {
  readonly customerId: string;
  readonly segmentTitle: string;
};

/** Of a file that leaves the screen: who a customer is can be looked up by the id, on the screen. */
export const CUSTOMER_COLUMNS: readonly TableColumn<CustomerRow>[] = [
  { id: 'customerId', title: 'Customer', kind: 'text' },
  { id: 'storeId', title: 'Home store', kind: 'text' },
  { id: 'loyaltyTier', title: 'Tier', kind: 'text' },
  { id: 'segmentTitle', title: 'Segment', kind: 'text', detail: 'segment' },
  { id: 'recencyDays', title: 'Days since the last purchase', kind: 'count' },
  { id: 'orders', title: 'Orders', kind: 'count' },
  NET_SALES,
  { id: 'churnProbability', title: 'Churn risk', kind: 'rate' },
];

/** The same on the screen: the loyalty number, by which people at a counter know a customer, is with it. */
export const LISTED_CUSTOMER_COLUMNS: readonly TableColumn<CustomerRow>[] = [
  ...CUSTOMER_COLUMNS,
  { id: 'loyaltyNumber', title: 'Loyalty number', kind: 'text' },
];

export function customerRows(lines: readonly CustomerLine[]): CustomerRow[] {
  return lines.map(({ customerKey, ...line }) => ({
    ...line,
    customerId: String(customerKey),
    segmentTitle: CUSTOMER_SEGMENTS[line.segment].title,
  }));
}

/** The same as they stand in the answer of the API, for the page that comes with the document. */
export function listedCustomers(lines: readonly CustomerLine[]): ListedCustomer[] {
  return customerRows(lines).map((row) => ({ ...row, netSales: toDecimalText(row.netSales) }));
}

export type CohortRowOfFile = CohortCell & { readonly cohort: string; readonly retention: number | null };

export const COHORT_COLUMNS: readonly TableColumn<CohortRowOfFile>[] = [
  { id: 'cohort', title: 'First bought in', kind: 'text' },
  { id: 'since', title: 'Fiscal periods since', kind: 'count' },
  CUSTOMERS,
  { id: 'active', title: 'Bought', kind: 'count' },
  { id: 'retention', title: 'Share that bought', kind: 'rate' },
  NET_SALES,
];

export function cohortCells(cells: readonly CohortCell[]): CohortRowOfFile[] {
  return cells.map((cell) => ({
    ...cell,
    cohort: `P${cell.firstPeriod} ${cell.firstYear}`,
    retention: cell.customers === 0 ? null : cell.active / cell.customers,
  }));
}

export const CHANNEL_COLUMNS: readonly TableColumn<ChannelSales>[] = [
  { id: 'channel', title: 'Channel', kind: 'text' },
  CUSTOMERS,
  { id: 'orders', title: 'Orders', kind: 'count' },
  NET_SALES,
];

export const TIER_COLUMNS: readonly TableColumn<TierFigures>[] = [
  { id: 'loyaltyTier', title: 'Tier', kind: 'text' },
  CUSTOMERS,
  { id: 'points', title: 'Points held', kind: 'count' },
  { id: 'orders', title: 'Orders', kind: 'count' },
  NET_SALES,
];

export const ORDER_COLUMNS: readonly TableColumn<CustomerOrder>[] = [
  { id: 'transactionId', title: 'Ticket', kind: 'text' },
  { id: 'businessDate', title: 'Day', kind: 'day' },
  { id: 'sellingStoreId', title: 'Store', kind: 'text', wide: true },
  { id: 'channel', title: 'Channel', kind: 'text', wide: true },
  { id: 'units', title: 'Units', kind: 'count', wide: true },
  { id: 'returns', title: 'Returned', kind: 'money', wide: true },
  { id: 'netSales', title: 'Net sales', kind: 'money' },
];

/** Channels in words; one that nobody has named is said as it is. */
export function withChannelTitle<Row extends { readonly channel: string }>(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, channel: CHANNEL_TITLES[row.channel] ?? row.channel }));
}

export const CATEGORY_COLUMNS: readonly TableColumn<CategorySpend>[] = [
  { id: 'category', title: 'Category', kind: 'text' },
  { id: 'units', title: 'Units', kind: 'count' },
  { id: 'lastPurchaseDate', title: 'Last bought', kind: 'day' },
  NET_SALES,
];

export type NextBestRow = NextBestProduct & { readonly because: string };

export const NEXT_BEST_COLUMNS: readonly TableColumn<NextBestRow>[] = [
  { id: 'productName', title: 'Product', kind: 'text', detail: 'productId' },
  { id: 'score', title: 'Chance of the next basket', kind: 'rate' },
  { id: 'because', title: 'Because', kind: 'text' },
];

export const nextBestRows = (products: readonly NextBestProduct[]): NextBestRow[] =>
  products.map((product) => ({ ...product, because: suggestedBecause(product) }));
