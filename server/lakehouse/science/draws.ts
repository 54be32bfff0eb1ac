/** Numbers from 0 up to but not including 1, as Math.random gives them; tests bring their own. */
export type Random = () => number;

/** A generator that gives the same numbers for the same seed on every machine (Mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A draw of the exponential distribution of the given rate. */
export const drawExponential = (rate: number, random: Random): number => -Math.log(1 - random()) / rate;

/** A draw of the standard normal distribution (Box and Muller). */
export const drawNormal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A draw of Gamma(shape, rate) by Marsaglia and Tsang (2000). */
export function drawGamma(shape: number, rate: number, random: Random): number {
  // Below 1 the method draws of shape + 1 and takes a root off.
  if (shape < 1) return drawGamma(shape + 1, rate, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = drawNormal(random);
    const cube = (1 + c * z) ** 3;
    if (cube > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * cube + d * Math.log(cube))
      return (d * cube) / rate;
  }
}

/** A draw of Beta(a, b). */
export function drawBeta(a: number, b: number, random: Random): number {
  const one = drawGamma(a, 1, random);
  const other = drawGamma(b, 1, random);
  return one + other === 0 ? Number(random() < a / (a + b)) : one / (one + other);
}

/** A draw of the Poisson distribution: by counting arrivals, so for means up to some thousands. */
export function drawPoisson(mean: number, random: Random): number {
  let count = 0;
  for (let time = drawExponential(1, random); time < mean; time += drawExponential(1, random)) count++;
  return count;
}
