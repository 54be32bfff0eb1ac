import type { History } from './history.ts';

/** The last observed value, for every period ahead. */
export function naive({ observed }: History, lead: number): Float64Array {
  return new Float64Array(lead).fill(observed.findLast((value) => Number.isFinite(value)) ?? Number.NaN);
}

/**
 * The observed value of the same place in the last season; of an earlier season where that one is missing, and the
 * last observed value where no season has one.
 */
export function seasonalNaive(history: History, lead: number, season: number): Float64Array {
  const { observed } = history;
  const ahead = naive(history, lead);
  for (let step = 0; step < lead; step++) {
    const seasonsBack = Math.floor(step / season) + 1;
    for (let place = observed.length + step - seasonsBack * season; place >= 0; place -= season) {
      const value = observed[place] ?? Number.NaN;
      if (!Number.isFinite(value)) continue;
      ahead[step] = value;
      break;
    }
  }
  return ahead;
}

/** The mean of everything observed. */
export function meanOf({ observed }: History, lead: number): Float64Array {
  const known = observed.filter((value) => Number.isFinite(value));
  return new Float64Array(lead).fill(known.reduce((sum, value) => sum + value, 0) / known.length);
}
