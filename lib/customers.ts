import type { BusinessDate } from './business-date.ts';
import { CUSTOMER_SEGMENTS, type CustomerSegment } from './customer-segment.ts';
import type { MinorUnits } from './money.ts';

/** Customers who are in one segment now and were in another four weeks before; null for who came since. */
export interface SegmentMove {
  readonly segment: CustomerSegment;
  readonly segmentBefore: CustomerSegment | null;
  readonly customers: number;
  readonly orders: number;
  readonly netSales: MinorUnits;
  /** Null where the models say nothing. */
  readonly predictedSales: MinorUnits | null;
  /** Customers expected not to buy again within the horizon. */
  readonly expectedLost: number | null;
}

export interface SegmentFigures {
  readonly segment: CustomerSegment;
  readonly customers: number;
  /** Null where the lake does not hold the window of that day. */
  readonly customersBefore: number | null;
  readonly orders: number;
  readonly netSales: MinorUnits;
  readonly predictedSales: MinorUnits | null;
  readonly expectedLost: number | null;
}

/** Every segment, best first, those of nobody too. */
export function segmentFigures(moves: readonly SegmentMove[]): SegmentFigures[] {
  const isCompared = moves.some(({ segmentBefore }) => segmentBefore !== null);
  return (Object.keys(CUSTOMER_SEGMENTS) as CustomerSegment[]).map((segment) => {
    const own = moves.filter((move) => move.segment === segment);
    const before = moves.filter(({ segmentBefore }) => segmentBefore === segment);
    return { segment, ...sumOf(own), customersBefore: isCompared ? countOf(before) : null };
  });
}

/** All segments together. */
export function allSegments(moves: readonly SegmentMove[]) {
  return sumOf(moves);
}

const countOf = (moves: readonly SegmentMove[]) => moves.reduce((sum, { customers }) => sum + customers, 0);

function sumOf(moves: readonly SegmentMove[]) {
  const money = (of: (move: SegmentMove) => bigint | null) =>
    moves.reduce((sum, move) => sum + (of(move) ?? 0n), 0n) as MinorUnits;
  const predicted = moves.filter(({ predictedSales }) => predictedSales !== null);
  return {
    customers: countOf(moves),
    orders: moves.reduce((sum, { orders }) => sum + orders, 0),
    netSales: money(({ netSales }) => netSales),
    predictedSales: predicted.length === 0 ? null : money(({ predictedSales }) => predictedSales),
    expectedLost:
      predicted.length === 0 ? null : moves.reduce((sum, { expectedLost }) => sum + (expectedLost ?? 0), 0),
  };
}

/** One line of the list of customers. */
export interface CustomerLine {
  readonly customerKey: number;
  readonly loyaltyNumber: string | null;
  readonly storeId: string | null;
  readonly loyaltyTier: string | null;
  readonly segment: CustomerSegment;
  readonly recencyDays: number;
  readonly orders: number;
  readonly netSales: MinorUnits;
  readonly churnProbability: number | null;
}

/** Who has a number. */
export interface NumberedCustomer {
  readonly customerKey: number;
  readonly loyaltyNumber: string;
  readonly storeId: string | null;
}

export interface CustomerProfile {
  readonly customerKey: number;
  readonly loyaltyNumber: string | null;
  readonly storeId: string | null;
  readonly storeName: string | null;
  readonly joinedOn: BusinessDate;
  readonly loyaltyTier: string | null;
  readonly historicalNetSales: MinorUnits;
  readonly returns: MinorUnits;
  readonly orders: number;
  readonly storeOrders: number;
  readonly onlineOrders: number;
  readonly lastPurchaseDate: BusinessDate | null;
  readonly pointsBalance: number;
}

/** Interval ends have the chance of 90 % between them. All null where the models say nothing. */
export interface CustomerPrediction {
  readonly segment: CustomerSegment;
  readonly segmentBefore: CustomerSegment | null;
  readonly recencyDays: number;
  readonly recencyScore: number | null;
  readonly frequencyScore: number | null;
  readonly monetaryScore: number | null;
  readonly churnProbability: number | null;
  readonly expectedPurchases: number | null;
  readonly purchasesLow: number | null;
  readonly purchasesHigh: number | null;
  readonly predictedSales: MinorUnits | null;
  readonly salesLow: MinorUnits | null;
  readonly salesHigh: MinorUnits | null;
  readonly evidence: string;
}

/** Discounted margin: for those who may see margins. */
export interface CustomerClv {
  readonly predictedClv: MinorUnits | null;
  readonly clvLow: MinorUnits | null;
  readonly clvHigh: MinorUnits | null;
}

export interface CustomerOrder {
  readonly transactionId: string;
  readonly businessDate: BusinessDate;
  readonly sellingStoreId: string;
  readonly channel: string;
  readonly isSale: boolean;
  readonly units: number;
  readonly netSales: MinorUnits;
  readonly returns: MinorUnits;
}

export interface CategorySpend {
  readonly category: string;
  readonly units: number;
  readonly netSales: MinorUnits;
  readonly lastPurchaseDate: BusinessDate | null;
}

export interface CustomerEvent {
  readonly eventDate: BusinessDate;
  readonly kind: string;
  readonly detail: string | null;
  readonly points: number | null;
}

export interface NextBestProduct {
  readonly position: number;
  readonly productId: string;
  readonly productName: string;
  /** Estimated chance that the next basket holds it. */
  readonly score: number;
  readonly reason: string;
  readonly becauseName: string | null;
  readonly lift: number | null;
  readonly timesBought: number | null;
}

/** Why a product is suggested, in a sentence. */
export function suggestedBecause({ reason, becauseName, lift, timesBought }: NextBestProduct): string {
  if (reason === 'affinity' && becauseName !== null)
    return `Bought ${becauseName}; the two are together ${(lift ?? 1).toFixed(1)} times as often as by chance`;
  if (reason === 'repurchase') return `Bought ${timesBought ?? 0} times in 364 days: may be bought again`;
  return 'Among the products most often bought, and not bought yet';
}

export interface ChannelSales {
  readonly channel: string;
  readonly orders: number;
  readonly customers: number;
  readonly netSales: MinorUnits;
}

export const CHANNEL_TITLES: Readonly<Record<string, string>> = {
  store: 'In store',
  online: 'Online',
  mobile: 'Mobile app',
};

export interface TierFigures {
  readonly loyaltyTier: string | null;
  readonly customers: number;
  readonly points: number;
  readonly netSales: MinorUnits;
  readonly orders: number;
}
