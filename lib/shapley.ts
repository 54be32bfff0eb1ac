/**
 * What each of some factors adds to a value as all of them go from their basis to now: its mean contribution over all
 * orders in which they could have changed (Shapley). The contributions sum to value(all) − value(none), whichever
 * factors there are, and a factor that changes nothing gets nothing.
 * @param factors how many; the work doubles with each
 * @param value of a set of factors that have changed, one bit each
 */
export function shapley(factors: number, value: (changed: number) => number): number[] {
  const weight = orderWeights(factors);
  const all = 2 ** factors;
  const values = Array.from({ length: all }, (_, changed) => value(changed));
  return Array.from({ length: factors }, (_, factor) => {
    let sum = 0;
    for (let others = 0; others < all; others += 1) {
      if (others & (1 << factor)) continue;
      const gain = (values[others | (1 << factor)] ?? 0) - (values[others] ?? 0);
      sum += (weight[bits(others)] ?? 0) * gain;
    }
    return sum;
  });
}

/** Share of the orders in which just so many others change before a factor: k! (n − k − 1)! ÷ n!. */
function orderWeights(factors: number): number[] {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  return Array.from(
    { length: factors },
    (_, before) => (factorial(before) * factorial(factors - before - 1)) / factorial(factors),
  );
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/**
 * Parts rounded to whole units that still sum to a whole total: the units that rounding leaves go to the parts that lost
 * most by it, the first of equals first.
 * @param parts whose sum is the total, but for rounding
 */
export function roundToTotal(parts: readonly number[], total: bigint): bigint[] {
  if (parts.length === 0) return [];
  const whole = parts.map((part) => BigInt(Math.floor(part)));
  const left = Number(total - whole.reduce((sum, part) => sum + part, 0n));
  const order = parts
    .map((part, at) => ({ at, lost: part - Math.floor(part) }))
    .sort((a, b) => b.lost - a.lost || a.at - b.at);
  const each = Math.floor(left / parts.length);
  const further = left - each * parts.length;
  for (const [rank, { at }] of order.entries())
    whole[at] = (whole[at] ?? 0n) + BigInt(each + (rank < further ? 1 : 0));
  return whole;
}
