/** What a product in a store stands on when an order may be placed. Units are of sale; times are periods, days as a rule. */
export interface DemandDuringLeadTime {
  /** Mean demand of a period. */
  readonly meanDemand: number;
  /** Standard deviation of a period's demand. */
  readonly demandDeviation: number;
  /** Mean periods from order to receipt. */
  readonly leadTime: number;
  /** Standard deviation of that lead time. */
  readonly leadTimeDeviation: number;
  /** Periods between looks at the stock; 0 where it is watched all the time. */
  readonly reviewPeriod: number;
}

export interface StockLevels {
  /** Inventory position at or below which to order. */
  readonly reorderPoint: number;
  /** Inventory position to order up to. */
  readonly orderUpToLevel: number;
  /** Part of the reorder point that guards against chance. */
  readonly safetyStock: number;
}

/** Mean and variance of demand over lead time and review: `d (L + R)` and `(L + R) s_d^2 + d^2 s_L^2`. */
export function protectedDemand(demand: DemandDuringLeadTime): {
  readonly mean: number;
  readonly variance: number;
} {
  const { meanDemand, demandDeviation, leadTime, leadTimeDeviation, reviewPeriod } = demand;
  const periods = leadTime + reviewPeriod;
  return {
    mean: meanDemand * periods,
    variance: periods * demandDeviation ** 2 + meanDemand ** 2 * leadTimeDeviation ** 2,
  };
}

/**
 * Levels for a cycle service level, by a quantile of demand over lead time and review: give the normal one for fast
 * sellers, a count or empirical one for slow ones, where normal deviates promise too little.
 * `quantile(mean, variance)` answers in units.
 */
export function stockLevels(
  demand: DemandDuringLeadTime,
  quantile: (mean: number, variance: number) => number,
  shelfMinimum = 0,
): StockLevels {
  const { mean, variance } = protectedDemand(demand);
  const reorderPoint = Math.max(shelfMinimum, Math.ceil(quantile(mean, variance)));
  // One more review's demand, so that an order is not due again at the next look.
  const cycle = Math.max(1, Math.ceil(demand.meanDemand * Math.max(1, demand.reviewPeriod)));
  return {
    reorderPoint,
    orderUpToLevel: reorderPoint + cycle,
    safetyStock: Math.max(0, reorderPoint - mean),
  };
}

/** Units a store has coming and owes, beside what is on its shelves. */
export interface StockPosition {
  readonly onHand: number;
  readonly onOrder: number;
  readonly inTransit: number;
  readonly allocated: number;
  readonly backOrdered: number;
}

/** On hand + on order + in transit - allocated - back-ordered: what a reorder point is compared with. */
export const inventoryPosition = ({
  onHand,
  onOrder,
  inTransit,
  allocated,
  backOrdered,
}: StockPosition): number => onHand + onOrder + inTransit - allocated - backOrdered;

export interface OrderRules {
  /** Units of a pack: orders are whole packs. */
  readonly packSize: number;
  /** Least units of an order; 0 for none. */
  readonly minimumOrder: number;
}

/** Units to order now: none above the reorder point, else whole packs up to the level or the minimum, whichever is more. */
export function orderQuantity(
  position: number,
  levels: StockLevels,
  { packSize, minimumOrder }: OrderRules,
): number {
  if (position > levels.reorderPoint) return 0;
  const wanted = Math.max(levels.orderUpToLevel - position, minimumOrder);
  return Math.ceil(wanted / packSize) * packSize;
}
