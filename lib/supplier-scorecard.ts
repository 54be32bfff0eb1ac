import type { BusinessDate } from './business-date.ts';
import type { MinorUnits } from './money.ts';
import type { TableColumn } from './table-column.ts';

/** What a supplier delivered of the order lines promised in a window, to the stores somebody sees. */
export interface SupplierScorecard {
  readonly supplierId: string;
  readonly supplierName: string;
  readonly linesDue: number;
  /** Lines wholly received by the promised day. */
  readonly otifLines: number;
  readonly orderedUnits: number;
  readonly receivedUnits: number;
  /** Days from order to the last delivery of a line. */
  readonly leadMean: number | null;
  readonly leadVariance: number | null;
  readonly leadP90: number | null;
  readonly agreedLeadDays: number;
  /** The same window before: lines due and on time in full. */
  readonly linesDueBefore: number;
  readonly otifLinesBefore: number;
  readonly openLines: number;
  readonly overdueLines: number;
  readonly lostSales: MinorUnits | null;
  /** Null for who may not see margins. */
  readonly lostMargin: MinorUnits | null;
}

export interface ScoredSupplier extends SupplierScorecard {
  readonly address: string;
  readonly otif: number | null;
  readonly otifChange: number | null;
  readonly fillRate: number | null;
  readonly leadCv: number | null;
}

/** On time and in full: lines wholly received by the promised day ÷ lines due; null where none was due. */
export const otif = (otifLines: number, linesDue: number): number | null =>
  linesDue > 0 ? otifLines / linesDue : null;

export function scoredSupplier(card: SupplierScorecard, address: string): ScoredSupplier {
  const now = otif(card.otifLines, card.linesDue);
  const before = otif(card.otifLinesBefore, card.linesDueBefore);
  return {
    ...card,
    address,
    otif: now,
    otifChange: now === null || before === null ? null : now - before,
    fillRate: card.orderedUnits > 0 ? card.receivedUnits / card.orderedUnits : null,
    leadCv:
      card.leadMean !== null && card.leadMean > 0 && card.leadVariance !== null
        ? Math.sqrt(Math.max(0, card.leadVariance)) / card.leadMean
        : null,
  };
}

export const SCORECARD_COLUMNS: readonly TableColumn<ScoredSupplier>[] = [
  { id: 'supplierName', title: 'Supplier', kind: 'text', href: 'address', detail: 'supplierId' },
  { id: 'otif', title: 'OTIF by line', kind: 'rate', metric: 'otif' },
  { id: 'otifChange', title: 'Change', kind: 'points', metric: 'otif' },
  { id: 'fillRate', title: 'Fill rate', kind: 'rate', metric: 'supplierFillRate' },
  { id: 'leadMean', title: 'Lead time', kind: 'ratio', wide: true },
  { id: 'leadP90', title: 'P90', kind: 'count', wide: true },
  { id: 'leadCv', title: 'CV', kind: 'ratio', wide: true },
  { id: 'openLines', title: 'Open lines', kind: 'count', wide: true },
  { id: 'overdueLines', title: 'Overdue', kind: 'count' },
  { id: 'lostSales', title: 'Lost sales', kind: 'money', bar: true },
  { id: 'linesDue', title: 'Lines due', kind: 'count', optional: true },
  { id: 'otifLines', title: 'On time in full', kind: 'count', optional: true },
  { id: 'agreedLeadDays', title: 'Agreed days', kind: 'count', optional: true },
];

/** Cost is not for everybody: the column is there only for who may see margins. */
export const LOST_MARGIN_COLUMN: TableColumn<ScoredSupplier> = {
  id: 'lostMargin',
  title: 'Cost of lateness',
  kind: 'money',
};

/** How a supplier did on the lines promised in a month. */
export interface SupplierMonth {
  readonly month: BusinessDate;
  readonly linesDue: number;
  readonly otifLines: number;
  readonly orderedUnits: number;
  readonly receivedUnits: number;
  readonly leadMean: number | null;
}

/** A line of an order of which more is expected. */
export interface OpenLine {
  readonly line: string;
  readonly orderNumber: string;
  readonly storeId: string;
  readonly productName: string;
  readonly orderedOn: BusinessDate;
  readonly promisedOn: BusinessDate;
  readonly daysOverdue: number | null;
  readonly orderedUnits: number;
  readonly missingUnits: number;
}

export const OPEN_LINE_COLUMNS: readonly TableColumn<OpenLine>[] = [
  { id: 'productName', title: 'Product', kind: 'text', detail: 'orderNumber' },
  { id: 'storeId', title: 'Store', kind: 'text' },
  { id: 'promisedOn', title: 'Promised', kind: 'day' },
  { id: 'daysOverdue', title: 'Days overdue', kind: 'count' },
  { id: 'missingUnits', title: 'Missing', kind: 'count' },
  { id: 'orderedUnits', title: 'Ordered', kind: 'count', wide: true },
  { id: 'orderedOn', title: 'Ordered on', kind: 'day', optional: true },
];

export type SupplierMonthRow = SupplierMonth & {
  readonly otif: number | null;
  readonly fillRate: number | null;
};

export const MONTH_COLUMNS: readonly TableColumn<SupplierMonthRow>[] = [
  { id: 'month', title: 'Month from', kind: 'day' },
  { id: 'linesDue', title: 'Lines due', kind: 'count' },
  { id: 'otifLines', title: 'On time in full', kind: 'count' },
  { id: 'otif', title: 'OTIF by line', kind: 'rate', metric: 'otif' },
  { id: 'orderedUnits', title: 'Ordered', kind: 'count' },
  { id: 'receivedUnits', title: 'Received', kind: 'count' },
  { id: 'fillRate', title: 'Fill rate', kind: 'rate', metric: 'supplierFillRate' },
  { id: 'leadMean', title: 'Lead time', kind: 'ratio' },
];

export const monthRows = (months: readonly SupplierMonth[]): SupplierMonthRow[] =>
  months.map((month) => ({
    ...month,
    otif: otif(month.otifLines, month.linesDue),
    fillRate: month.orderedUnits > 0 ? month.receivedUnits / month.orderedUnits : null,
  }));
