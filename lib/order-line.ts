import type { BusinessDate } from './business-date.ts';
import { formatCount, formatDay, formatRate, formatRatio } from './figures.ts';
import type { MinorUnits } from './money.ts';
import type { TableColumn } from './table-column.ts';

/** One product that a store should order now, with what the number was reckoned from. */
export interface OrderLine {
  /** Place in the list: what runs out first stands first. */
  readonly position: number;
  readonly storeId: string;
  readonly productId: string;
  readonly productName: string;
  readonly supplierName: string | null;
  readonly orderUnits: number;
  readonly packSize: number;
  readonly minimumOrder: number;
  readonly available: number;
  readonly inventoryPosition: number;
  readonly reorderPoint: number;
  /** What the chain's own system orders at, where it says so. */
  readonly reorderLevel: number | null;
  readonly orderUpTo: number;
  readonly safetyStock: number;
  readonly demandRate: number;
  readonly daysOfCover: number | null;
  readonly runsOutOn: BusinessDate | null;
  readonly serviceLevel: number;
  readonly reviewPeriodDays: number;
  readonly leadTimeMean: number | null;
  readonly leadTimeDeviation: number | null;
  readonly reason: string;
  /** At the regular price. */
  readonly retailValue: MinorUnits | null;
}

export interface ExplainedOrderLine extends OrderLine {
  readonly line: string;
  /** In a few words, for a glance. */
  readonly why: string;
  /** In whole sentences. */
  readonly explanation: string;
}

export const ORDER_COLUMNS: readonly TableColumn<ExplainedOrderLine>[] = [
  { id: 'productName', title: 'Product', kind: 'text', detail: 'line' },
  { id: 'orderUnits', title: 'Order', kind: 'count' },
  { id: 'runsOutOn', title: 'Runs out', kind: 'day' },
  { id: 'why', title: 'Why', kind: 'text', wide: true },
  { id: 'explanation', title: 'Explanation', kind: 'text', optional: true },
  { id: 'storeId', title: 'Store', kind: 'text', optional: true },
  { id: 'productId', title: 'Product id', kind: 'text', optional: true },
  { id: 'available', title: 'Available', kind: 'count', optional: true },
  { id: 'inventoryPosition', title: 'Position', kind: 'count', optional: true },
  { id: 'reorderPoint', title: 'Reorder point', kind: 'count', optional: true },
  { id: 'reorderLevel', title: 'Reorder level set', kind: 'count', optional: true },
  { id: 'supplierName', title: 'Supplier', kind: 'text', optional: true },
  { id: 'packSize', title: 'Pack', kind: 'count', optional: true },
  { id: 'minimumOrder', title: 'Minimum', kind: 'count', optional: true },
  { id: 'orderUpTo', title: 'Order up to', kind: 'count', optional: true },
  { id: 'safetyStock', title: 'Safety stock', kind: 'ratio', optional: true },
  { id: 'demandRate', title: 'Wanted a day', kind: 'ratio', optional: true },
  { id: 'daysOfCover', title: 'Days of cover', kind: 'ratio', optional: true },
  { id: 'serviceLevel', title: 'Service level', kind: 'rate', optional: true },
  { id: 'leadTimeMean', title: 'Lead time', kind: 'ratio', optional: true },
  { id: 'leadTimeDeviation', title: 'Lead time varies by', kind: 'ratio', optional: true },
  { id: 'retailValue', title: 'Value at price', kind: 'money', optional: true },
];

/** Why, at a glance: what is held or coming, of what is needed until the order after this one arrives. */
export function orderAtAGlance(line: OrderLine): string {
  const days = line.reviewPeriodDays + (line.leadTimeMean ?? 0);
  return `${formatCount(line.inventoryPosition)} held or coming of ${formatCount(line.reorderPoint)} for ${formatRatio(days, 0)} days; packs of ${formatCount(line.packSize)}`;
}

/** Why so many, in the words of who has to place the order. */
export function explainOrder(line: OrderLine): string {
  const days = line.reviewPeriodDays + (line.leadTimeMean ?? 0);
  const wait =
    line.leadTimeMean === null
      ? ''
      : `: ${formatRatio(line.leadTimeMean, 1)} ± ${formatRatio(line.leadTimeDeviation ?? 0, 1)} days of delivery and ${formatCount(line.reviewPeriodDays)} to the next order`;
  const whole =
    line.reason === 'minimum_order'
      ? `The supplier takes no fewer than ${formatCount(Math.max(line.minimumOrder, line.packSize))}.`
      : `Ordered up to ${formatCount(line.orderUpTo)} in packs of ${formatCount(line.packSize)}.`;
  return [
    `${formatCount(line.inventoryPosition)} on hand and coming, at or below the ${formatCount(line.reorderPoint)} that ${formatRatio(days, 1)} days need ${formatRate(line.serviceLevel)} of the time${wait}.`,
    whole,
    ...(line.runsOutOn === null ? [] : [`Without it the shelf is short on ${formatDay(line.runsOutOn)}.`]),
  ].join(' ');
}

export function explained(lines: readonly OrderLine[]): ExplainedOrderLine[] {
  return lines.map((line) => ({
    ...line,
    line: `${line.storeId} ${line.productId}`,
    why: orderAtAGlance(line),
    explanation: explainOrder(line),
  }));
}
