import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { benchmark, type Estimate, rareEstimates, ratioEstimate } from './ratio-estimate.ts';

/** Draws that are the same on every machine: mulberry32 and the polar method. */
function randomness(seed: number) {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}

const momentsOf = (days: readonly (readonly [y: number, x: number])[]) => {
  const sum = (value: (y: number, x: number) => number) => days.reduce((all, [y, x]) => all + value(y, x), 0);
  return {
    days: days.length,
    y: sum((y) => y),
    x: sum((_, x) => x),
    yy: sum((y) => y * y),
    xy: sum((y, x) => y * x),
    xx: sum((_, x) => x * x),
  };
};

test('a rate that is the same every day is known without error', () => {
  const estimate = ratioEstimate(momentsOf([10, 20, 30, 40, 50].map((x) => [0.25 * x, x])));
  assert.equal(estimate?.value, 0.25);
  assert.ok((estimate?.error ?? 1) < 1e-9);
});

test('a few days, or nobody at the door, say nothing', () => {
  assert.equal(
    ratioEstimate(
      momentsOf([
        [1, 4],
        [1, 4],
      ]),
    ),
    null,
  );
  assert.equal(
    ratioEstimate(
      momentsOf([
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
    ),
    null,
  );
});

test('the error is the scatter of the rate over many such months', () => {
  const { uniform, normal } = randomness(7);
  const estimates = Array.from({ length: 4_000 }, () =>
    ratioEstimate(
      momentsOf(
        Array.from({ length: 28 }, () => {
          const visits = 200 + 200 * uniform();
          return [0.3 * visits + 9 * normal(), visits] as const;
        }),
      ),
    ),
  ).filter((one) => one !== null);
  const mean = estimates.reduce((sum, { value }) => sum + value, 0) / estimates.length;
  const scatter = Math.sqrt(
    estimates.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / estimates.length,
  );
  const claimed = estimates.reduce((sum, { error }) => sum + error, 0) / estimates.length;
  assert.ok(Math.abs(claimed / scatter - 1) < 0.05, `${claimed} of ${scatter}`);
});

const estimate = fc.record({
  value: fc.double({ min: -100, max: 100, noNaN: true }),
  error: fc.double({ min: 0.001, max: 50, noNaN: true }),
});

test('the ranked rate lies between what was counted and what stores like it are', () => {
  fc.assert(
    fc.property(estimate, fc.array(estimate, { minLength: 3, maxLength: 5 }), (own, peers) => {
      const found = benchmark(own, peers);
      assert.ok(found);
      const values = [own, ...peers].map(({ value }) => value);
      assert.ok(found.shrunk >= Math.min(...values) - 1e-9 && found.shrunk <= Math.max(...values) + 1e-9);
      assert.ok(found.low <= found.shrunk && found.shrunk <= found.high);
      const others = peers.map(({ value }) => value);
      assert.ok(found.peers >= Math.min(...others) - 1e-9 && found.peers <= Math.max(...others) + 1e-9);
    }),
    { numRuns: 1_000 },
  );
});

test('what is counted in full is taken as it is', () => {
  const exact = (value: number) => ({ value, error: 0 });
  assert.deepEqual(benchmark(exact(4), [exact(1), exact(2), exact(3)]), {
    ...{ value: 4, shrunk: 4, low: 4, high: 4, peers: 2, stands: 'above' },
  });
});

test('the less its days say, the nearer a store is drawn to its peers', () => {
  const peers = [10, 12, 14, 16].map((value) => ({ value, error: 0.5 }));
  const drawn = [0.1, 1, 5, 25].map((error) => benchmark({ value: 20, error }, peers)?.shrunk ?? 0);
  assert.deepEqual(
    [...drawn].sort((a, b) => b - a),
    drawn,
  );
  assert.ok((drawn[0] ?? 0) > 19.9 && (drawn[3] ?? 0) < 14);
});

test('stores that do not differ are not told apart, save by chance', () => {
  const { normal } = randomness(11);
  const rounds = 4_000;
  let told = 0;
  for (let round = 0; round < rounds; round += 1) {
    const draw = (): Estimate => ({ value: 30 + 2 * normal(), error: 2 });
    const found = benchmark(draw(), [draw(), draw(), draw(), draw(), draw()]);
    if (found?.stands !== 'alike') told += 1;
  }
  assert.ok(told / rounds < 0.1, `${told} of ${rounds}`);
});

test('drawn to its peers a rate is nearer the truth than as it was counted', () => {
  const { normal } = randomness(13);
  let raw = 0;
  let shrunk = 0;
  for (let round = 0; round < 4_000; round += 1) {
    const truth = () => 30 + 2 * normal();
    const see = (true_: number): Estimate => ({ value: true_ + 3 * normal(), error: 3 });
    const own = truth();
    const seen = see(own);
    const found = benchmark(
      seen,
      Array.from({ length: 5 }, () => see(truth())),
    );
    raw += (seen.value - own) ** 2;
    shrunk += ((found?.shrunk ?? 0) - own) ** 2;
  }
  assert.ok(shrunk < 0.7 * raw, `${shrunk} of ${raw}`);
});

test('a month in which nothing went missing is not known without error', () => {
  const quiet = momentsOf(Array.from({ length: 28 }, () => [0, 1_000] as const));
  const robbed = momentsOf(Array.from({ length: 28 }, (_, day) => [day === 3 ? 280 : 0, 1_000] as const));
  const [first, second] = rareEstimates([quiet, robbed]);
  assert.equal(first?.value, 0);
  assert.ok((first?.error ?? 0) > 0.003);
  assert.equal(first?.error, second?.error);
});

test('nine intervals in ten hold the truth, and a few more where stores hardly differ', () => {
  const { normal } = randomness(17);
  for (const spread of [0.2, 2, 6]) {
    let held = 0;
    const rounds = 3_000;
    for (let round = 0; round < rounds; round += 1) {
      const truth = () => 30 + spread * normal();
      const see = (true_: number): Estimate => ({ value: true_ + 2 * normal(), error: 2 });
      const own = truth();
      const found = benchmark(
        see(own),
        Array.from({ length: 5 }, () => see(truth())),
      );
      if (found && found.low <= own && own <= found.high) held += 1;
    }
    assert.ok(held / rounds > 0.87 && held / rounds < 0.99, `${held / rounds} at a spread of ${spread}`);
  }
});
