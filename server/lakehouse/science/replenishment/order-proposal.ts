import { type DemandSpread, varianceOf } from '../demand/demand-spread.ts';
import { demandQuantile } from './demand-quantile.ts';
import { orderQuantity, stockLevels } from './order-policy.ts';
import type { StockPositionFacts } from './read-stock-facts.ts';
import type { AbcClass } from './stock-health.ts';
import { daysOfCover, demandWithin, firstShortDay } from './stock-outlook.ts';

/** Chance to get through a cycle without running out that levels are set for: dearer where more is earned. */
export const SERVICE_LEVELS: Readonly<Record<AbcClass, number>> = { A: 0.97, B: 0.95, C: 0.9 };
/** Demand below one unit in a hundred days is none. */
const LEAST_RATE = 0.01;
/** Without a sale for as long stock is dead. */
const DEAD_DAYS = 91;
/** Cover beyond lead time and review from which stock is too much. */
const EXCESS_DAYS = 60;
const USUAL_LEAD_TIME = 7;

export type OrderReason = 'order' | 'minimum_order' | 'above_reorder_point' | 'no_demand' | 'store_closed';
export type StockState = 'out' | 'low' | 'fine' | 'over' | 'dead';

export interface OrderProposal {
  readonly rate: number;
  readonly demand30: number;
  readonly cover: number | null;
  /** Day ahead on which it runs out. */
  readonly shortDay: number | null;
  readonly serviceLevel: number;
  readonly safetyStock: number;
  readonly reorderPoint: number;
  readonly orderUpTo: number;
  readonly orderUnits: number;
  readonly reason: OrderReason;
  readonly state: StockState;
  readonly excess: number;
}

/** `ahead`: units expected on each of the days ahead; `spread`: how a day's units fall about them. */
export function orderProposal(
  facts: StockPositionFacts,
  ahead: Float64Array,
  spread: DemandSpread,
  abc: AbcClass,
  reviewPeriod: number,
  isClosed: boolean,
): OrderProposal {
  const leadTime = facts.leadTime ?? USUAL_LEAD_TIME;
  const demand30 = demandWithin(ahead.length, ahead);
  const rate = demand30 / ahead.length;
  const protectedDays = leadTime + reviewPeriod;
  const meanDemand = demandWithin(protectedDays, ahead) / protectedDays;
  const serviceLevel = SERVICE_LEVELS[abc];
  const levels = stockLevels(
    {
      meanDemand,
      demandDeviation: Math.sqrt(varianceOf(spread, meanDemand)),
      leadTime,
      leadTimeDeviation: facts.leadTimeDeviation ?? 0,
      reviewPeriod,
    },
    demandQuantile(serviceLevel),
  );
  const isWanted = rate >= LEAST_RATE && !isClosed;
  const units = isWanted ? orderQuantity(facts.position, levels, facts) : 0;
  const shortDay = isWanted ? firstShortDay(facts.available, ahead, facts.due) : null;
  const isDead = (facts.daysSinceSale ?? Number.POSITIVE_INFINITY) > DEAD_DAYS && facts.daysHeld > DEAD_DAYS;
  const kept = Math.ceil(rate * (protectedDays + EXCESS_DAYS));
  const excess = isDead || isClosed ? Math.max(0, facts.available) : Math.max(0, facts.available - kept);
  return {
    ...{ rate, demand30, serviceLevel, excess },
    cover: daysOfCover(facts.available, ahead),
    shortDay,
    safetyStock: levels.safetyStock,
    reorderPoint: levels.reorderPoint,
    orderUpTo: levels.orderUpToLevel,
    orderUnits: units,
    reason: reasonOf(),
    state: stateOf(),
  };

  function reasonOf(): OrderReason {
    if (isClosed) return 'store_closed';
    if (rate < LEAST_RATE) return 'no_demand';
    if (units === 0) return 'above_reorder_point';
    return units - facts.packSize >= levels.orderUpToLevel - facts.position ? 'minimum_order' : 'order';
  }

  function stateOf(): StockState {
    if (facts.available <= 0) return 'out';
    if (isDead) return 'dead';
    if (shortDay !== null && shortDay <= Math.ceil(leadTime)) return 'low';
    return excess > 0 ? 'over' : 'fine';
  }
}
