import { type CubePair, type DemandCube, EMPTY, IN_STOCK, weekdayOf } from './demand-cube.ts';
import { type OfferEffect, offerEffects, offerFactor, type ProductDays } from './offer-effects.ts';
import { NO_WEATHER, type WeatherEffect, weatherEffect, weatherFactors } from './weather-effects.ts';

/**
 * Demand as a product of five: how much a pair draws (`rates`), how the chain's trade in the category stands on the day
 * (`index`, about 1), how the store's week differs from the chain's (`week`), price and promotion (`effects`), and the store's weather.
 */
export interface DemandFit {
  /** Days seen: nothing from this day on was looked at. */
  readonly end: number;
  /** By pair: units of an ordinary day. */
  readonly rates: Float64Array;
  /** By category and day seen; NaN on days on which nobody traded. */
  readonly index: readonly Float64Array[];
  /** By store and weekday. */
  readonly week: readonly Float64Array[];
  readonly effects: readonly OfferEffect[];
  readonly weather: WeatherEffect;
}

const ROUNDS = 4;
/** Days over which the weight of what was seen halves. */
const HALF_LIFE = 75;
/** Units of a day that a category must sell before its own day outweighs the chain's. */
const INDEX_PRIOR = 30;
/** Units that a store must have sold on a weekday before it outweighs the chain's. */
const WEEK_PRIOR = 300;

/** Fits by proportional scaling in turn. Weight of a day halves with each half-life that it lies back. */
export function fitDemand(cube: DemandCube, end: number): DemandFit {
  const { pairs, products, stores, categories } = cube;
  const weekdays = Uint8Array.from({ length: end }, (_, day) => weekdayOf(cube, day));
  const weights = Float64Array.from({ length: end }, (_, day) => 0.5 ** ((end - 1 - day) / HALF_LIFE));
  let effects: readonly OfferEffect[] = products.map(() => ({ elasticity: 0, uplift: 0 }));
  const factors = products.map(() => new Float64Array(end).fill(1));
  let index: Float64Array[] = categories.map(() => new Float64Array(end).fill(1));
  let week: Float64Array[] = stores.map(() => new Float64Array(7).fill(1));
  let weather = NO_WEATHER;
  let skies = stores.map((store) => weatherFactors(store, weather, end, end));
  let rates: Float64Array = new Float64Array(pairs.length).fill(Number.NaN);
  const demand = (pair: CubePair, at: number, day: number, expected: number) => {
    const sold = pair.sold[day] ?? 0;
    if (pair.stock[day] === IN_STOCK) return sold;
    return pair.stock[day] === EMPTY || Number.isNaN(rates[at]) ? Number.NaN : Math.max(sold, expected);
  };
  /** Each day of a pair on which demand could be seen. */
  const walk = (
    visit: (at: number, pair: CubePair, day: number, units: number, exposure: number) => void,
  ) => {
    for (const [at, pair] of pairs.entries()) {
      const isOpen = stores[pair.store]?.isOpen ?? new Uint8Array();
      const own = index[products[pair.product]?.category ?? 0] ?? new Float64Array();
      const factor = factors[pair.product] ?? new Float64Array();
      const days = week[pair.store] ?? new Float64Array();
      const sky = skies[pair.store] ?? new Float64Array();
      for (let day = pair.from; day < end; day++) {
        if (!isOpen[day]) continue;
        const exposure =
          (own[day] ?? 0) * (days[weekdays[day] ?? 0] ?? 1) * (factor[day] ?? 1) * (sky[day] ?? 1);
        if (!(exposure > 0)) continue;
        const units = demand(pair, at, day, (rates[at] ?? 0) * exposure);
        if (!Number.isNaN(units)) visit(at, pair, day, units, exposure);
      }
    }
  };
  for (let round = 0; round < ROUNDS; round++) {
    rates = drawnRates(cube, walk, weights);
    const sums = categories.map(() => ({ units: new Float64Array(end), expected: new Float64Array(end) }));
    const whole = { units: new Float64Array(end), expected: new Float64Array(end) };
    const byWeekday = stores.map(() => ({ units: new Float64Array(7), expected: new Float64Array(7) }));
    const byStore = stores.map(() => ({ units: new Float64Array(end), expected: new Float64Array(end) }));
    const byProduct: ProductDays[] = products.map(() => ({
      sold: new Float64Array(end),
      expected: new Float64Array(end),
    }));
    walk((at, { store, product }, day, units, exposure) => {
      const expected = (rates[at] ?? 0) * exposure;
      const category = products[product]?.category ?? 0;
      const today = index[category]?.[day] ?? 1;
      add(sums[category], day, units, expected / today);
      add(whole, day, units, expected / today);
      add(byWeekday[store], weekdays[day] ?? 0, units, expected);
      add(byStore[store], day, units, expected / (skies[store]?.[day] ?? 1));
      const own = byProduct[product];
      if (!own) return;
      own.sold[day] = (own.sold[day] ?? 0) + units;
      own.expected[day] = (own.expected[day] ?? 0) + expected / (factors[product]?.[day] ?? 1);
    });
    week = storeWeeks(week, byWeekday);
    index = sums.map(({ units, expected }) =>
      units.map((sum, day) => {
        const chain = (whole.units[day] ?? 0) / (whole.expected[day] ?? 0);
        return (sum + INDEX_PRIOR * chain) / ((expected[day] ?? 0) + INDEX_PRIOR);
      }),
    );
    weather = weatherEffect(stores, byStore, end);
    skies = stores.map((store) => weatherFactors(store, weather, end, end));
    effects = offerEffects(products, byProduct, end);
    for (const [i, product] of products.entries())
      for (let day = 0; day < end; day++) {
        const own = factors[i];
        if (own) own[day] = offerFactor(product, effects[i] ?? { elasticity: 0, uplift: 0 }, day, end - 1);
      }
  }
  return { end, rates: drawnRates(cube, walk, weights), index, week, effects, weather };
}

/** Only what the chain's own week leaves over belongs to a store, or index and weeks would both take the same. */
function storeWeeks(before: readonly Float64Array[], sums: readonly Sums[]): Float64Array[] {
  const chain = Array.from({ length: 7 }, (_, weekday) => {
    const of = (one: 'units' | 'expected') =>
      sums.reduce((sum, store) => sum + (store[one][weekday] ?? 0), 0);
    return of('expected') > 0 ? of('units') / of('expected') : 1;
  });
  return sums.map(({ units, expected }, store) =>
    units.map((sum, weekday) => {
      const own = (expected[weekday] ?? 0) * (chain[weekday] ?? 1);
      return ((before[store]?.[weekday] ?? 1) * (sum + WEEK_PRIOR)) / (own + WEEK_PRIOR);
    }),
  );
}

interface Sums {
  readonly units: Float64Array;
  readonly expected: Float64Array;
}

type Walk = (
  visit: (at: number, pair: CubePair, day: number, units: number, exposure: number) => void,
) => void;

const WEAKEST_PRIOR = 1;
const STRONGEST_PRIOR = 60;

/**
 * Rates drawn towards what the product sells elsewhere at the store's size, by as many units as pairs are found to
 * agree with it: a pair of few sales is mostly what its kind is.
 */
function drawnRates({ pairs, products, stores, categories }: DemandCube, walk: Walk, weights: Float64Array) {
  const units = new Float64Array(pairs.length);
  const exposures = new Float64Array(pairs.length);
  walk((at, _, day, sold, exposure) => {
    units[at] = (units[at] ?? 0) + sold * (weights[day] ?? 0);
    exposures[at] = (exposures[at] ?? 0) + exposure * (weights[day] ?? 0);
  });
  const room = (pair: CubePair) => pair.store * categories.length + (products[pair.product]?.category ?? 0);
  const scale = new Float64Array(stores.length * categories.length).fill(1);
  const popularity = new Float64Array(products.length).fill(1);
  for (let round = 0; round < 3; round++) {
    scaleBy(
      popularity,
      ({ product }) => product,
      (pair) => scale[room(pair)] ?? 0,
    );
    scaleBy(scale, room, (pair) => popularity[pair.product] ?? 0);
  }
  function scaleBy(target: Float64Array, of: (pair: CubePair) => number, other: (pair: CubePair) => number) {
    const sold = new Float64Array(target.length);
    const seen = new Float64Array(target.length);
    for (const [at, pair] of pairs.entries()) {
      sold[of(pair)] = (sold[of(pair)] ?? 0) + (units[at] ?? 0);
      seen[of(pair)] = (seen[of(pair)] ?? 0) + (exposures[at] ?? 0) * other(pair);
    }
    for (const at of target.keys()) target[at] = (seen[at] ?? 0) > 0 ? (sold[at] ?? 0) / (seen[at] ?? 1) : 0;
  }
  const usual = pairs.map((pair) => (scale[room(pair)] ?? 0) * (popularity[pair.product] ?? 0));
  let excess = 0;
  let squares = 0;
  for (const [at, rate] of usual.entries()) {
    const expected = (exposures[at] ?? 0) * rate;
    excess += ((units[at] ?? 0) - expected) ** 2 - 2 * expected;
    squares += expected * expected;
  }
  const prior =
    excess > 0 ? Math.min(STRONGEST_PRIOR, Math.max(WEAKEST_PRIOR, squares / excess)) : STRONGEST_PRIOR;
  return Float64Array.from(usual, (rate, at) =>
    rate > 0
      ? ((units[at] ?? 0) + prior) / ((exposures[at] ?? 0) + prior / rate)
      : (units[at] ?? 0) / Math.max(1, exposures[at] ?? 0),
  );
}

function add(sums: Sums | undefined, at: number, units: number, expected: number): void {
  if (!sums) return;
  sums.units[at] = (sums.units[at] ?? 0) + units;
  sums.expected[at] = (sums.expected[at] ?? 0) + expected;
}
