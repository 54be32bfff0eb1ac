import type { BusinessDate } from './business-date.ts';
import { CUSTOMER_SEGMENTS } from './customer-segment.ts';
import type { CustomerClv, CustomerPrediction, CustomerProfile } from './customers.ts';
import type { MinorUnits } from './money.ts';
import type { TableColumn } from './table-column.ts';

/** One customer in one row: what is known and what is expected, without a name. Interval ends hold 90 % between them. */
export interface CustomerSheet {
  readonly customerId: string;
  readonly storeId: string | null;
  readonly storeName: string | null;
  readonly joinedOn: BusinessDate;
  readonly loyaltyTier: string | null;
  readonly pointsBalance: number;
  readonly orders: number;
  readonly storeOrders: number;
  readonly onlineOrders: number;
  readonly lastPurchaseDate: BusinessDate | null;
  readonly netSales: MinorUnits;
  readonly returns: MinorUnits;
  readonly segment: string | null;
  readonly churnProbability: number | null;
  readonly expectedPurchases: number | null;
  readonly predictedSales: MinorUnits | null;
  readonly salesLow: MinorUnits | null;
  readonly salesHigh: MinorUnits | null;
  readonly evidence: string | null;
  readonly predictedClv: MinorUnits | null;
}

export const SHEET_COLUMNS: readonly TableColumn<CustomerSheet>[] = [
  { id: 'customerId', title: 'Customer', kind: 'text' },
  { id: 'storeName', title: 'Home store', kind: 'text', detail: 'storeId' },
  { id: 'joinedOn', title: 'Joined', kind: 'day' },
  { id: 'loyaltyTier', title: 'Tier', kind: 'text' },
  { id: 'pointsBalance', title: 'Points held', kind: 'count' },
  { id: 'orders', title: 'Orders', kind: 'count' },
  { id: 'storeOrders', title: 'Orders in store', kind: 'count' },
  { id: 'onlineOrders', title: 'Orders online or by app', kind: 'count' },
  { id: 'lastPurchaseDate', title: 'Last bought', kind: 'day' },
  { id: 'netSales', title: 'Net sales', kind: 'money' },
  { id: 'returns', title: 'Returned', kind: 'money' },
  { id: 'segment', title: 'Segment', kind: 'text' },
  { id: 'churnProbability', title: 'Churn risk', kind: 'rate' },
  { id: 'expectedPurchases', title: 'Expected purchases', kind: 'ratio' },
  { id: 'predictedSales', title: 'Predicted net sales', kind: 'money' },
  { id: 'salesLow', title: 'Predicted at least', kind: 'money' },
  { id: 'salesHigh', title: 'Predicted at most', kind: 'money' },
  { id: 'evidence', title: 'Evidence', kind: 'text' },
];

/** Margin is not for everybody: the column is there only for who may see margins. */
export const CLV_COLUMN: TableColumn<CustomerSheet> = {
  id: 'predictedClv',
  title: 'Predicted lifetime value',
  kind: 'money',
};

export function customerSheet(
  { customerKey, historicalNetSales, loyaltyNumber: _screenOnly, ...known }: CustomerProfile,
  prediction: CustomerPrediction | null,
  clv: CustomerClv | null,
): CustomerSheet {
  return {
    ...known,
    customerId: String(customerKey),
    netSales: historicalNetSales,
    segment: prediction && CUSTOMER_SEGMENTS[prediction.segment].title,
    churnProbability: prediction?.churnProbability ?? null,
    expectedPurchases: prediction?.expectedPurchases ?? null,
    predictedSales: prediction?.predictedSales ?? null,
    salesLow: prediction?.salesLow ?? null,
    salesHigh: prediction?.salesHigh ?? null,
    evidence: prediction?.evidence ?? null,
    predictedClv: clv?.predictedClv ?? null,
  };
}
