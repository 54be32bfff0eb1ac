import { ets } from '../forecast/augurs.ts';
import { reconcile } from '../forecast/reconcile.ts';
import { chainAhead } from './chain-ahead.ts';
import { type DemandCube, EMPTY, weekdayOf } from './demand-cube.ts';
import { type DemandTree, sumsAbovePairs, sumsUp } from './demand-tree.ts';
import type { DemandFit } from './fit-demand.ts';
import { offerFactor } from './offer-effects.ts';
import { weatherFactors } from './weather-effects.ts';

export interface DemandForecast {
  readonly fit: DemandFit;
  /** Mean units by node and day ahead, one node's days after another; each parent's are the exact sums of its children's. */
  readonly means: Float64Array;
}

/** Days of the past that a node's own course is read from. */
const COURSE_DAYS = 84;

/**
 * Forecast of every node from the days that the fit has seen, and of nothing after them but what is planned (promotions, holidays,
 * opening days). Pairs are forecast by the demand fit; chain, regions and stores also by ETS on how they stood to that fit
 * of late; then all are reconciled, so that means add up.
 */
export function forecastDemand(cube: DemandCube, tree: DemandTree, fit: DemandFit): DemandForecast {
  const { horizon } = cube;
  const { end } = fit;
  const leaves = expectedDemand(cube, fit, end, chainAhead(cube, fit));
  const sums = sumsUp(tree, leaves, horizon);
  const courses = coursesOf(cube, tree, fit);
  const own = tree.nodes.map((node, at) => {
    const course = node.level === 'product' || node.level === 'category' ? null : courses.get(at);
    return course ? { ratio: ets(course.ratios, horizon), variance: course.variance } : null;
  });
  const means = new Float64Array(sums.length);
  for (let step = 0; step < horizon; step++) {
    const found = reconcile(
      tree.nodes.map(({ parent, level }, at) => {
        const mean = sums[at * horizon + step] ?? 0;
        const { ratio, variance } = own[at] ?? {};
        // What is shut or not sold takes no share of what is left over.
        if (level === 'product') return { parent, mean, variance: mean };
        return ratio && variance
          ? { parent, mean: mean * (ratio[step] ?? 1), variance: Math.max(LEAST_VARIANCE, variance) }
          : { parent, mean: null, variance: 1 };
      }),
      true,
    );
    for (const [at, mean] of found.entries()) means[at * horizon + step] = mean;
  }
  return { fit, means };
}

const LEAST_VARIANCE = 1e-6;

/** Units expected of each pair on the days from `from` on, with a value of the chain's index for each. */
export function expectedDemand(
  cube: DemandCube,
  fit: DemandFit,
  from: number,
  index: readonly Float64Array[],
): Float64Array {
  const steps = index[0]?.length ?? 0;
  const weekdays = Array.from({ length: steps }, (_, step) => weekdayOf(cube, from + step));
  const factors = cube.products.map((product, at) =>
    Float64Array.from({ length: steps }, (_, step) =>
      offerFactor(product, fit.effects[at] ?? { elasticity: 0, uplift: 0 }, from + step, fit.end - 1),
    ),
  );
  // What came is not what was foreseen: a forecast from a past day looks at no weather after it.
  const until = fit.end === cube.days ? from + steps : fit.end;
  const skies = cube.stores.map((store) => weatherFactors(store, fit.weather, fit.end, until));
  const expected = new Float64Array(cube.pairs.length * steps);
  for (const [at, { store, product }] of cube.pairs.entries()) {
    const isOpen = cube.stores[store]?.isOpen ?? new Uint8Array();
    const own = index[cube.products[product]?.category ?? 0] ?? new Float64Array();
    for (let step = 0; step < steps; step++) {
      if (!isOpen[from + step]) continue;
      const week = (fit.week[store]?.[weekdays[step] ?? 0] ?? 1) * (skies[store]?.[from + step] ?? 1);
      expected[at * steps + step] =
        (fit.rates[at] ?? 0) * (own[step] ?? 0) * week * (factors[product]?.[step] ?? 1);
    }
  }
  return expected;
}

/** How the sums of chain, regions and stores stood to what was expected of them, over the last days on which they traded. */
function coursesOf(cube: DemandCube, tree: DemandTree, fit: DemandFit) {
  const from = Math.max(0, fit.end - COURSE_DAYS);
  const days = fit.end - from;
  const expected = expectedDemand(
    cube,
    fit,
    from,
    fit.index.map((own) => own.subarray(from, fit.end)),
  );
  const wasThere = (pair: number, day: number) => {
    const own = cube.pairs[pair];
    return own !== undefined && own.stock[from + day] !== EMPTY && from + day >= own.from;
  };
  const wholeExpected = sumsAbovePairs(tree, days, (pair, day) =>
    wasThere(pair, day) ? (expected[pair * days + day] ?? 0) : 0,
  );
  const wholeSold = sumsAbovePairs(tree, days, (pair, day) =>
    wasThere(pair, day) ? (cube.pairs[pair]?.sold[from + day] ?? 0) : 0,
  );
  const courses = new Map<number, { ratios: Float64Array; variance: number }>();
  for (const [at, { level }] of tree.nodes.entries()) {
    if (level === 'category' || level === 'product') continue;
    const own = Array.from({ length: days }, (_, day) => at * days + day).filter(
      (place) => (wholeExpected[place] ?? 0) > 0,
    );
    if (own.length < days / 2) continue;
    const rest = own.map((place) => (wholeSold[place] ?? 0) - (wholeExpected[place] ?? 0));
    courses.set(at, {
      ratios: Float64Array.from(own, (place) => (wholeSold[place] ?? 0) / (wholeExpected[place] ?? 1)),
      variance: rest.reduce((sum, error) => sum + error * error, 0) / rest.length,
    });
  }
  return courses;
}
