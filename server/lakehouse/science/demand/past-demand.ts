import { type DemandCube, IN_STOCK, weekdayOf } from './demand-cube.ts';
import type { DemandFit } from './fit-demand.ts';
import { offerFactor } from './offer-effects.ts';
import { weatherFactors } from './weather-effects.ts';

/** What was wanted on days that have closed, as far as the fit can tell. */
export interface PastDemand {
  /** Units expected of a pair on a day; 0 while the store was shut or the product not there yet. */
  expected(pair: number, day: number): number;
  /** Units wanted of an empty shelf beyond what was sold; 0 while it was full. */
  lost(pair: number, day: number): number;
}

export function pastDemand(cube: DemandCube, fit: DemandFit): PastDemand {
  const weekdays = Uint8Array.from({ length: fit.end }, (_, day) => weekdayOf(cube, day));
  const skies = cube.stores.map((store) => weatherFactors(store, fit.weather, fit.end, fit.end));
  const expected = (at: number, day: number) => {
    const pair = cube.pairs[at];
    const product = cube.products[pair?.product ?? -1];
    if (!pair || !product || day < pair.from || !cube.stores[pair.store]?.isOpen[day]) return 0;
    const effect = fit.effects[pair.product] ?? { elasticity: 0, uplift: 0 };
    const week = (fit.week[pair.store]?.[weekdays[day] ?? 0] ?? 1) * (skies[pair.store]?.[day] ?? 1);
    const index = fit.index[product.category]?.[day] ?? 0;
    return (fit.rates[at] ?? 0) * index * week * offerFactor(product, effect, day, fit.end - 1);
  };
  return {
    expected,
    lost: (at, day) => {
      const pair = cube.pairs[at];
      if (!pair || pair.stock[day] === IN_STOCK) return 0;
      return Math.max(0, expected(at, day) - (pair.sold[day] ?? 0));
    },
  };
}
