import { drawGamma, drawPoisson, type Random, seededRandom } from '../draws.ts';
import { type CubePair, type DemandCube, EMPTY, IN_STOCK } from './demand-cube.ts';

/** A demand whose truth is known, for tests: what each pair was meant to sell, beside what it did. */
export interface MadeUpDemand {
  /** As it is known up to `days`: nothing of what lies ahead but promotions and opening days. */
  readonly cube: DemandCube;
  /** By pair: units of the days ahead as they came. */
  readonly ahead: readonly Float64Array[];
}

const WEEK = [0.82, 0.84, 0.88, 0.96, 1.12, 1.48, 0.9];
const PROMOTED = 0.2;
const ELASTICITY = -2;
const UPLIFT = 1.15;

/**
 * Stores of two regions and products of three categories with a week, a season, weather that moves all stores together,
 * promotions and shelves that stay empty for days. People take one, two or three of a thing, so counts vary more than Poisson's.
 */
export function madeUpDemand({
  days = 400,
  horizon = 30,
  stores = 8,
  products = 36,
  seed = 7,
} = {}): MadeUpDemand {
  const random = seededRandom(seed);
  const length = days + horizon;
  const weather = Array.from({ length }, () => 0.95 + 0.1 * random());
  const season = (category: number, day: number) =>
    1 + 0.35 * category * Math.sin((2 * Math.PI * (day + 40 * category)) / 365);
  const offers = Array.from({ length: products }, () => {
    const reduction = new Float32Array(length);
    for (let from = Math.floor(60 * random()); from < length; from += 60 + Math.floor(60 * random()))
      reduction.fill(PROMOTED, from, from + 14);
    return reduction;
  });
  const ahead: Float64Array[] = [];
  const pairs: CubePair[] = [];
  for (let store = 0; store < stores; store++)
    for (let product = 0; product < products; product++) {
      const rate = Math.exp(-1 + 3.6 * random()) * (0.6 + 0.1 * store);
      const units = (day: number) => {
        const off = offers[product]?.[day] ?? 0;
        const promoted = off > 0 ? UPLIFT * (1 - off) ** ELASTICITY : 1;
        return rate * (WEEK[day % 7] ?? 1) * season(product % 3, day) * (weather[day] ?? 1) * promoted;
      };
      const sold = new Float32Array(days);
      const stock = new Uint8Array(days).fill(IN_STOCK);
      for (let day = 0; day < days; day++) sold[day] = drawUnits(units(day), random);
      for (let gap = Math.floor(40 * random()); gap < days; gap += 25 + Math.floor(40 * random()))
        for (let day = gap; day < Math.min(days, gap + 5); day++) {
          stock[day] = EMPTY;
          sold[day] = 0;
        }
      pairs.push({ store, product, from: 0, sold, stock });
      ahead.push(Float64Array.from({ length: horizon }, (_, step) => drawUnits(units(days + step), random)));
    }
  const cube: DemandCube = {
    ...{ firstDay: '2025-10-20', days, horizon, pairs, categories: ['Bowls', 'Lamps', 'Plants'] },
    stores: Array.from({ length: stores }, (_, at) => ({
      ...{
        id: `S-${at}`,
        region: at % 2 === 0 ? 'North' : 'South',
        isOpen: new Uint8Array(length).fill(1),
        weather: null,
      },
    })),
    products: offers.map((reduction, at) => ({ id: `P-${at}`, category: at % 3, logPrice: null, reduction })),
    holidays: new Array<string>(length).fill(''),
  };
  return { cube, ahead };
}

/** Units of a day of the given mean: a negative binomial whose variance is 1.7 times it. */
function drawUnits(mean: number, random: Random): number {
  return drawPoisson(drawGamma(mean / 0.7, 1 / 0.7, random), random);
}
