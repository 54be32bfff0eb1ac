/** Sums over the days of one store from which a rate and how surely it is known follow. */
export interface RatioMoments {
  readonly days: number;
  /** Σ y and Σ x: the rate is their quotient. */
  readonly y: number;
  readonly x: number;
  readonly yy: number;
  readonly xy: number;
  readonly xx: number;
}

export interface Estimate {
  readonly value: number;
  /** Standard error; days differ, and a few of them say less than many. */
  readonly error: number;
}

/** Below this many days their scatter says nothing. */
const FEWEST_DAYS = 5;

/**
 * A rate of sums with its standard error by linearisation: how far the days lie from the rate. Null where nothing is
 * known of it.
 */
export function ratioEstimate({ days, y, x, yy, xy, xx }: RatioMoments): Estimate | null {
  if (days < FEWEST_DAYS || x <= 0) return null;
  const value = y / x;
  const residuals = Math.max(0, yy - 2 * value * xy + value * value * xx);
  return { value, error: Math.sqrt((residuals * days) / (days - 1)) / x };
}

/** Half-width of the middle 90 % of a normal distribution, in standard errors. */
export const Z90 = 1.645;

/** A store's rate beside those of its peers. */
export interface Benchmark {
  /** As it was counted. */
  readonly value: number;
  /** Drawn towards the peers, the more the less its days say; what it is ranked by. */
  readonly shrunk: number;
  /** The true rate lies in here nine times in ten. */
  readonly low: number;
  readonly high: number;
  /** Mean of the peers, the surer ones counting more. */
  readonly peers: number;
  /** Whether it is told from its peers: its 90 % interval leaves their mean out. */
  readonly stands: 'above' | 'below' | 'alike';
}

/**
 * Holds an estimate against those of its peers (normal model; spread between stores by DerSimonian and Laird). Null
 * without peers.
 */
export function benchmark(own: Estimate, peers: readonly Estimate[]): Benchmark | null {
  if (peers.length === 0) return null;
  const { mean, spread } = pooled(peers);
  const noise = own.error ** 2;
  const trust = noise + spread === 0 ? 1 : spread / (spread + noise);
  const shrunk = trust * own.value + (1 - trust) * mean;
  const half = Z90 * Math.sqrt(trust * noise);
  const [low, high] = [shrunk - half, shrunk + half];
  const stands = low > mean ? 'above' : high < mean ? 'below' : 'alike';
  return { value: own.value, shrunk, low, high, peers: mean, stands };
}

/** Mean of some estimates and the variance between what they estimate. */
function pooled(estimates: readonly Estimate[]): { mean: number; spread: number } {
  // Without any scatter within, all count alike and the scatter between is all there is.
  const floor = Math.max(...estimates.map(({ error }) => error ** 2)) * 1e-6 || 1e-12;
  const noise = estimates.map(({ error }) => Math.max(error ** 2, floor));
  const weigh = (extra: number) => {
    const weights = noise.map((variance) => 1 / (variance + extra));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = estimates.reduce((sum, { value }, at) => sum + (weights[at] ?? 0) * value, 0) / total;
    return { weights, total, mean };
  };
  const fixed = weigh(0);
  const scatter = estimates.reduce(
    (sum, { value }, at) => sum + (fixed.weights[at] ?? 0) * (value - fixed.mean) ** 2,
    0,
  );
  const squares = fixed.weights.reduce((sum, weight) => sum + weight ** 2, 0);
  const scale = fixed.total - squares / fixed.total;
  const spread = scale <= 0 ? 0 : Math.max(0, (scatter - (estimates.length - 1)) / scale);
  return { mean: weigh(spread).mean, spread };
}
