import { type RfmSegment, segmentOf } from './rfm-segments.ts';

/** A customer's purchases within the window: only customers who bought in it are active, and only they are scored. */
export interface CustomerActivity {
  readonly customer: string;
  /** Days from the last purchase to the as-of date. */
  readonly recencyDays: number;
  /** Purchases in the window. */
  readonly frequency: number;
  /** Net sales or margin in the window. */
  readonly monetary: number;
}

export interface RfmScore {
  readonly customer: string;
  /** 1 to 5, 5 the most recent, most frequent, most worth. */
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly segment: RfmSegment;
}

const QUINTILES = 5;

/**
 * Quintiles of active customers by rank: each fifth as large as the others to within one customer, the same on every
 * machine. Equal values are told apart by the other measures, then by the customer's id, so a tie never depends on
 * the order of rows. Customers without a purchase or with a value that is no number are left out.
 */
export function scoreRfm(customers: readonly CustomerActivity[]): RfmScore[] {
  const active = customers.filter(
    ({ recencyDays, frequency, monetary }) =>
      frequency > 0 && Number.isFinite(recencyDays) && Number.isFinite(monetary),
  );
  const recent = quintiles(active, (c) => [-c.recencyDays, c.frequency, c.monetary]);
  const often = quintiles(active, (c) => [c.frequency, c.monetary, -c.recencyDays]);
  const worth = quintiles(active, (c) => [c.monetary, c.frequency, -c.recencyDays]);
  return active.map(({ customer }, at) => {
    const [recency = 1, frequency = 1, monetary = 1] = [recent[at], often[at], worth[at]];
    return { customer, recency, frequency, monetary, segment: segmentOf(recency, frequency) };
  });
}

function quintiles(
  customers: readonly CustomerActivity[],
  measures: (customer: CustomerActivity) => number[],
): number[] {
  const keys = customers.map(measures);
  const order = customers.map((_, at) => at);
  order.sort((one, other) => {
    const differing = (keys[one] ?? []).findIndex((value, i) => value !== keys[other]?.[i]);
    if (differing >= 0) return (keys[one]?.[differing] ?? 0) - (keys[other]?.[differing] ?? 0);
    const [id = '', otherId = ''] = [customers[one]?.customer, customers[other]?.customer];
    return id < otherId ? -1 : Number(id > otherId);
  });
  const scores = new Array<number>(customers.length).fill(1);
  order.forEach((at, rank) => {
    scores[at] = Math.floor((rank * QUINTILES) / customers.length) + 1;
  });
  return scores;
}
