import type { CubeStore, StoreWeather } from './demand-cube.ts';

/** What a degree above the usual, rain, and heavy rain do to a store's trade, on the logarithm. */
export interface WeatherEffect {
  readonly perDegree: number;
  readonly rain: number;
  readonly heavyRain: number;
}

export const NO_WEATHER: WeatherEffect = { perDegree: 0, rain: 0, heavyRain: 0 };

const HEAVY_MM = 5;
/** Days that the usual temperature of a date is told from: a year, or there is none to speak of. */
const LEAST_DAYS = 330;
const RIDGE = 25;
/** Trade of a day counts for no more than this, or a few great stores would speak for all. */
const MOST_WEIGHT = 200;
const TERMS = 3;

/** Units of a store by day, and what was expected of them without weather. */
export interface StoreDays {
  readonly units: Float64Array;
  readonly expected: Float64Array;
}

/** Temperature above what is usual for the date, from a yearly wave through what was seen; nought where too little was. */
export function usualTemperature({ temperature }: StoreWeather, end: number): (day: number) => number {
  if (end < LEAST_DAYS) return (day) => temperature[day] ?? Number.NaN;
  const angle = (day: number) => (2 * Math.PI * day) / 365.25;
  let [n, mean, cos, sin] = [0, 0, 0, 0];
  const from = Math.max(0, end - 365);
  for (let day = from; day < end; day++) {
    const value = temperature[day] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    n++;
    mean += value;
    cos += 2 * value * Math.cos(angle(day));
    sin += 2 * value * Math.sin(angle(day));
  }
  return (day) => (mean + cos * Math.cos(angle(day)) + sin * Math.sin(angle(day))) / Math.max(1, n);
}

function termsOf(
  weather: StoreWeather,
  usual: (day: number) => number,
  day: number,
): readonly number[] | null {
  const degrees = (weather.temperature[day] ?? Number.NaN) - usual(day);
  const rain = weather.rain[day] ?? Number.NaN;
  if (!Number.isFinite(degrees) || !Number.isFinite(rain)) return null;
  return [degrees, Number(rain > 0), Number(rain >= HEAVY_MM)];
}

/**
 * Effects by ridge regression of how stores stood to what was expected of them, on how their weather stood to that of the
 * others on the same day: what all share is in the chain's index already.
 */
export function weatherEffect(
  stores: readonly CubeStore[],
  days: readonly StoreDays[],
  end: number,
): WeatherEffect {
  const usual = stores.map(({ weather }) => (weather ? usualTemperature(weather, end) : null));
  const matrix: number[][] = Array.from({ length: TERMS }, (_, i) =>
    Array.from({ length: TERMS }, (__, j) => (i === j ? RIDGE : 0)),
  );
  const right = new Array<number>(TERMS).fill(0);
  for (let day = 0; day < end; day++) {
    const rows = stores.flatMap(({ weather }, at) => {
      const own = usual[at];
      const expected = days[at]?.expected[day] ?? 0;
      const units = days[at]?.units[day] ?? 0;
      const terms = weather && own ? termsOf(weather, own, day) : null;
      if (!terms || !(expected > 0) || !(units > 0)) return [];
      return [{ terms, value: Math.log(units / expected), weight: Math.min(MOST_WEIGHT, expected) }];
    });
    const whole = rows.reduce((sum, { weight }) => sum + weight, 0);
    if (rows.length < 2) continue;
    const meanOf = (of: (row: (typeof rows)[number]) => number) =>
      rows.reduce((sum, row) => sum + row.weight * of(row), 0) / whole;
    const mean = Array.from({ length: TERMS }, (_, i) => meanOf(({ terms }) => terms[i] ?? 0));
    const value = meanOf((row) => row.value);
    for (const row of rows)
      for (let i = 0; i < TERMS; i++) {
        const one = (row.terms[i] ?? 0) - (mean[i] ?? 0);
        right[i] = (right[i] ?? 0) + row.weight * one * (row.value - value);
        for (let j = 0; j < TERMS; j++) {
          const line = matrix[i];
          if (line) line[j] = (line[j] ?? 0) + row.weight * one * ((row.terms[j] ?? 0) - (mean[j] ?? 0));
        }
      }
  }
  const [perDegree = 0, rain = 0, heavyRain = 0] = solved(matrix, right);
  return { perDegree, rain, heavyRain };
}

/** By day up to `until`: factor of a store's trade, one on average over what was seen; one where the weather is not known. */
export function weatherFactors(
  { weather, isOpen }: CubeStore,
  effect: WeatherEffect,
  end: number,
  until: number,
): Float64Array {
  const factors = new Float64Array(isOpen.length).fill(1);
  if (!weather) return factors;
  const usual = usualTemperature(weather, end);
  const raw = (day: number) => {
    const terms = termsOf(weather, usual, day);
    if (!terms) return Number.NaN;
    const [degrees = 0, rain = 0, heavy = 0] = terms;
    return Math.exp(effect.perDegree * degrees + effect.rain * rain + effect.heavyRain * heavy);
  };
  let [sum, known] = [0, 0];
  for (let day = 0; day < end; day++) {
    const factor = raw(day);
    if (!Number.isFinite(factor)) continue;
    sum += factor;
    known++;
  }
  for (let day = 0; known > 0 && day < Math.min(until, factors.length); day++) {
    const factor = raw(day);
    if (Number.isFinite(factor)) factors[day] = (factor * known) / sum;
  }
  return factors;
}

/** Solves a small system whose diagonal the ridge keeps from nought. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (const [k, pivotRow] of rows.entries()) {
    const scaled = pivotRow.map((value) => value / (pivotRow[k] ?? 1));
    for (const [i, row] of rows.entries())
      if (i !== k) rows[i] = row.map((value, j) => value - (row[k] ?? 0) * (scaled[j] ?? 0));
    rows[k] = scaled;
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
