import { possibleElasticities } from '#lib/demand-curve.ts';
import type { ElasticityBelief } from './elasticity-belief.ts';

export interface AgeingStock {
  /** Units to be sold. */
  readonly stock: number;
  /** Cents. */
  readonly price: number;
  /** Prices that may be marked down to, descending, all below the price now. */
  readonly ladder: readonly number[];
  /** Units expected at the price now, period by period (weeks, say) until what is left is cleared. */
  readonly demand: readonly number[];
  /** Cents a unit that is left at the end; negative where it costs to be rid of. */
  readonly salvage: number;
  readonly elasticity: ElasticityBelief;
}

export interface MarkdownSchedule {
  /** Price of each period, never rising, if stock goes as expected. */
  readonly prices: readonly number[];
  /** Units expected to be left as each period ends. */
  readonly left: readonly number[];
  /** Cents expected until the end, salvage counted. */
  readonly revenue: number;
  readonly revenueOfDoingNothing: number;
}

/**
 * The markdowns that bring in most, by dynamic programming backwards over periods, units left and prices (Gallego and
 * van Ryzin 1994, in whole periods). Demand is Poisson about its mean at the price, the elasticity as uncertain as it
 * is; a price once lowered does not rise again.
 */
export function markdownSchedule(ageing: AgeingStock): MarkdownSchedule {
  const { stock, demand, salvage } = ageing;
  const prices = [ageing.price, ...ageing.ladder];
  /** Revenue to come by price held and units left. */
  let ahead = prices.map(() => Float64Array.from({ length: stock + 1 }, (_, left) => salvage * left));
  let held = ahead[0] as Float64Array;
  /** By period: the best step of the ladder by step held and units left. */
  const policy: Int32Array[][] = [];
  for (let period = demand.length - 1; period >= 0; period--) {
    const chances = prices.map((price) => demandChances(ageing, demand[period] ?? 0, price));
    const at = prices.map((price, step) =>
      revenueFrom(price, chances[step] as Float64Array, ahead[step] as Float64Array),
    );
    held = revenueFrom(ageing.price, chances[0] as Float64Array, held);
    const choice = prices.map(() => new Int32Array(stock + 1));
    for (let left = 0; left <= stock; left++)
      for (let step = prices.length - 1, best = step; step >= 0; step--) {
        if ((at[step]?.[left] ?? 0) >= (at[best]?.[left] ?? 0)) best = step;
        (choice[step] as Int32Array)[left] = best;
      }
    ahead = choice.map((steps) => Float64Array.from(steps, (step, left) => at[step]?.[left] ?? 0));
    policy[period] = choice;
  }
  return {
    ...expectedPath(ageing, prices, policy),
    revenue: ahead[0]?.[stock] ?? 0,
    revenueOfDoingNothing: held[stock] ?? 0,
  };
}

/** P(demand = d) for d below the stock, and P(demand >= stock) last. */
function demandChances(
  { stock, price: now, elasticity }: AgeingStock,
  demand: number,
  price: number,
): Float64Array {
  const chances = new Float64Array(stock + 1);
  for (const { elasticity: e, weight } of possibleElasticities(elasticity)) {
    const mean = demand * (price / now) ** e;
    let rest = 1;
    let log = -mean;
    for (let units = 0; units < stock; units++) {
      const chance = Math.exp(log);
      chances[units] = (chances[units] as number) + weight * chance;
      rest -= chance;
      log += Math.log(mean) - Math.log(units + 1);
    }
    chances[stock] = (chances[stock] as number) + weight * Math.max(0, rest);
  }
  return chances;
}

function revenueFrom(price: number, chances: Float64Array, ahead: Float64Array): Float64Array {
  return ahead.map((_, left) => {
    let sum = 0;
    let rest = 1;
    for (let sold = 0; sold < left; sold++) {
      const chance = chances[sold] as number;
      sum += chance * (price * sold + (ahead[left - sold] as number));
      rest -= chance;
    }
    return sum + rest * (price * left + (ahead[0] as number));
  });
}

function expectedPath(
  ageing: AgeingStock,
  prices: readonly number[],
  policy: readonly Int32Array[][],
): Pick<MarkdownSchedule, 'prices' | 'left'> {
  let left = ageing.stock;
  let step = 0;
  const path = ageing.demand.map((demand, period) => {
    step = policy[period]?.[step]?.[Math.round(left)] ?? step;
    const price = prices[step] ?? ageing.price;
    const mean = possibleElasticities(ageing.elasticity).reduce(
      (sum, { elasticity, weight }) => sum + weight * demand * (price / ageing.price) ** elasticity,
      0,
    );
    left = Math.max(0, left - mean);
    return { price, left };
  });
  return { prices: path.map(({ price }) => price), left: path.map((it) => it.left) };
}
