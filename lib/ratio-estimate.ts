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
 * Holds an estimate against those of its peers: stores differ by a normal spread that nobody knows, so every spread counts
 * as far as the estimates speak for it (flat prior, as Gelman 2006). Null without peers.
 */
export function benchmark(own: Estimate, peers: readonly Estimate[]): Benchmark | null {
  if (peers.length === 0) return null;
  const { value } = own;
  if ([own, ...peers].every(({ error }) => error === 0)) {
    const mean = peers.reduce((sum, peer) => sum + peer.value, 0) / peers.length;
    return { value, shrunk: value, low: value, high: value, peers: mean, stands: stand(value, value, mean) };
  }
  const all = [own, ...peers];
  const spreads = possibleSpreads(all);
  const fits = spreads.map((spread) => fit(all, spread));
  const best = Math.max(...fits.map(({ logLikelihood }) => logLikelihood));
  const weights = fits.map(({ logLikelihood }) => Math.exp(logLikelihood - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (at: number) => number) =>
    weights.reduce((sum, weight, at) => sum + weight * of(at), 0) / total;
  const drawn = fits.map(({ centre, centreNoise }, at) => {
    const spread = (spreads[at] ?? 0) ** 2;
    const noise = own.error ** 2;
    const trust = spread + noise === 0 ? 1 : spread / (spread + noise);
    return {
      to: trust * value + (1 - trust) * centre,
      noise: trust * noise + (1 - trust) ** 2 * centreNoise,
      others: fit(peers, spreads[at] ?? 0).centre,
    };
  });
  const shrunk = mean((at) => drawn[at]?.to ?? 0);
  const half = Z90 * Math.sqrt(mean((at) => (drawn[at]?.noise ?? 0) + ((drawn[at]?.to ?? 0) - shrunk) ** 2));
  const others = mean((at) => drawn[at]?.others ?? 0);
  const [low, high] = [shrunk - half, shrunk + half];
  return { value, shrunk, low, high, peers: others, stands: stand(low, high, others) };
}

function stand(low: number, high: number, mean: number): Benchmark['stands'] {
  return low > mean ? 'above' : high < mean ? 'below' : 'alike';
}

const STEPS = 80;

/** Spreads between stores, as standard deviations, from none to far beyond what was seen. */
function possibleSpreads(estimates: readonly Estimate[]): number[] {
  const values = estimates.map(({ value }) => value);
  const reach = Math.max(...values) - Math.min(...values) + Math.max(...estimates.map(({ error }) => error));
  return Array.from({ length: STEPS }, (_, step) => (3 * reach * step) / (STEPS - 1));
}

/** The centre of some stores that differ by a spread, and how well that spread explains them. */
function fit(estimates: readonly Estimate[], spread: number) {
  // An estimate without error would otherwise outweigh all others where the spread is none.
  const floor = Math.max(...estimates.map(({ error }) => error ** 2)) * 1e-6;
  const variances = estimates.map(({ error }) => Math.max(error ** 2, floor) + spread ** 2);
  const precision = variances.reduce((sum, variance) => sum + 1 / variance, 0);
  const centre = estimates.reduce((sum, { value }, at) => sum + value / (variances[at] ?? 1), 0) / precision;
  const logLikelihood = estimates.reduce((sum, { value }, at) => {
    const variance = variances[at] ?? 1;
    return sum - Math.log(variance) / 2 - (value - centre) ** 2 / (2 * variance);
  }, -Math.log(precision) / 2);
  return { centre, centreNoise: 1 / precision, logLikelihood };
}

/**
 * Rates of rare events, with the error that all stores together show: the scatter of days grows with what they are rates
 * of. By its own days alone a store where nothing happened would seem to be known without error.
 */
export function rareEstimates(stores: readonly RatioMoments[]): (Estimate | null)[] {
  const known = stores.filter(({ days, x }) => days >= FEWEST_DAYS && x > 0);
  const total = (of: (moments: RatioMoments) => number) => known.reduce((sum, one) => sum + of(one), 0);
  const rate = total(({ y }) => y) / total(({ x }) => x);
  const scatter = total(({ yy, xy, xx }) => yy - 2 * rate * xy + rate * rate * xx) / total(({ x }) => x);
  return stores.map((store) =>
    known.includes(store)
      ? { value: store.y / store.x, error: Math.sqrt(Math.max(0, scatter) / store.x) }
      : null,
  );
}
