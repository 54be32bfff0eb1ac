/**
 * Adjusted p by Benjamini and Hochberg (1995): taking what has q <= 0.05 keeps the expected share of false findings
 * at 5 %. `tested` is how many hypotheses were looked at; those without a p here count as p = 1.
 */
export function adjustForDiscovery(p: Float64Array, tested = p.length): Float64Array {
  const order = [...p.keys()].sort((a, b) => (p[b] as number) - (p[a] as number));
  const q = new Float64Array(p.length);
  let least = 1;
  for (const [i, hypothesis] of order.entries()) {
    const rank = p.length - i;
    least = Math.min(least, ((p[hypothesis] as number) * Math.max(tested, p.length)) / rank);
    q[hypothesis] = least;
  }
  return q;
}
