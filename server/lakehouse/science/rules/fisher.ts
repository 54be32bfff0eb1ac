import { logGamma } from '../log-gamma.ts';

const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/**
 * One-sided p of Fisher's exact test: the probability that two independent items with these counts are together in at
 * least `both` of the baskets (upper tail of the hypergeometric distribution). Below 1e-308 it is 0.
 */
export function fisherUpperTail(both: number, first: number, second: number, baskets: number): number {
  const least = Math.max(0, first + second - baskets);
  const most = Math.min(first, second);
  if (both <= least) return 1;
  if (both > most) return 0;
  /** P(k + 1) / P(k). */
  const step = (k: number) => ((first - k) * (second - k)) / ((k + 1) * (baskets - first - second + k + 1));
  const isAboveMean = both * baskets > first * second;
  // Each tail is summed from its largest term outwards, so that small ones are not lost.
  const start = isAboveMean ? both : both - 1;
  let term = 1;
  let sum = 1;
  if (isAboveMean) for (let k = start; k < most && term > sum * 1e-17; k++) sum += term *= step(k);
  else for (let k = start - 1; k >= least && term > sum * 1e-17; k--) sum += term /= step(k);
  const log =
    logChoose(second, start) + logChoose(baskets - second, first - start) - logChoose(baskets, first);
  const tail = Math.min(1, Math.exp(log + Math.log(sum)));
  return isAboveMean ? tail : 1 - tail;
}
