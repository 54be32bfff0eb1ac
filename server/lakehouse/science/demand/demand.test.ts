import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seededRandom } from '../draws.ts';
import { countChance } from '../forecast/slow-demand.ts';
import { trialOrigins, tryDemand } from './demand-backtest.ts';
import { demandSeries, seriesValue } from './demand-series.ts';
import { sizeFor, unitQuantiles } from './demand-spread.ts';
import { type DemandLevel, demandTree, sumsAbovePairs, sumsUp } from './demand-tree.ts';
import { fitDemand } from './fit-demand.ts';
import { forecastDemand } from './forecast-demand.ts';
import { levelSpreads } from './level-spreads.ts';
import { madeUpDemand } from './made-up-demand.ts';

/** Each forecast is made without the days that it is held against, spreads included. */
describe('eight stores of thirty-six products, thirty days ahead', () => {
  const { cube, ahead } = madeUpDemand();
  const tree = demandTree(cube);
  const series = demandSeries(cube, tree);
  const { horizon } = cube;
  const forecast = forecastDemand(cube, tree, fitDemand(cube, cube.days));
  const spreads = levelSpreads(
    series,
    trialOrigins(cube).map((end) => tryDemand(cube, tree, fitDemand(cube, end))),
  );
  const flat = Float64Array.from(ahead.flatMap((units) => [...units]));
  const came = sumsUp(tree, flat, horizon);
  /** Units of every node on the same weekday of the last week seen. */
  const lastWeek = Array.from({ length: 7 }, (_, step) =>
    sumsUp(
      tree,
      Float64Array.from(cube.pairs, ({ sold }) => sold[cube.days - 7 + step] ?? 0),
      1,
    ),
  );

  const points = (level: DemandLevel) =>
    series
      .filter((one) => one.level === level)
      .flatMap((one) =>
        Array.from({ length: horizon }, (_, step) => ({
          mean: seriesValue(one, forecast.means, horizon, step),
          actual: seriesValue(one, came, horizon, step),
          naive: seriesValue(one, lastWeek[step % 7] ?? new Float64Array(), 1, 0),
        })),
      );

  test('means add up exactly at every level and day', () => {
    for (const [at, node] of tree.nodes.entries()) {
      const parts = [...tree.nodes.keys()].filter((part) => tree.nodes[part]?.parent === at);
      if (parts.length === 0 || node.level === 'category') continue;
      for (let step = 0; step < horizon; step++) {
        const sum = parts
          .toReversed()
          .reduce((all, part) => all + (forecast.means[part * horizon + step] ?? 0), 0);
        assert.equal(forecast.means[at * horizon + step], sum);
      }
    }
  });

  test('sums above the pairs are those of the whole tree, to the last digit', () => {
    const above = sumsAbovePairs(tree, horizon, (pair, step) => flat[pair * horizon + step] ?? 0);
    assert.equal(above.length, (tree.nodes.length - cube.pairs.length) * horizon);
    assert.deepEqual(above, came.subarray(0, above.length));
  });

  test('forecasts are nearer than last week’s same day at every level', () => {
    for (const level of ['chain', 'region', 'store', 'category', 'product'] as const) {
      const error = (of: (point: { mean: number; naive: number }) => number) =>
        points(level).reduce((sum, point) => sum + Math.abs(of(point) - point.actual), 0);
      const [own, naive] = [error(({ mean }) => mean), error((point) => point.naive)];
      assert.ok(own < 0.9 * naive, `${level}: ${own} of ${naive}`);
    }
  });

  test('about eight days in ten of series of five units a day and more lie from P10 to P90', () => {
    // Thirty days of one weather say less of whole stores than of what is in them.
    for (const [level, least, most] of [
      ['product', 0.75, 0.85],
      ['category', 0.75, 0.85],
      ['store', 0.6, 0.95],
    ] as const) {
      const spread = spreads.get(level);
      assert.ok(spread);
      const busy = points(level).filter(({ mean }) => mean >= 5);
      const inside = busy.filter(({ mean, actual }) => {
        const [p10 = 0, p90 = 0] = unitQuantiles(spread, mean, [0.1, 0.9]);
        return p10 <= actual && actual <= p90;
      });
      const coverage = inside.length / busy.length;
      assert.ok(busy.length > 200 && coverage > least && coverage < most, `${level}: ${coverage}`);
    }
  });

  test('below five units a day every tenth of the distribution takes a tenth of the days', () => {
    const spread = spreads.get('product');
    assert.ok(spread);
    const random = seededRandom(3);
    const tenths = new Array<number>(10).fill(0);
    const slow = points('product').filter(({ mean }) => mean < 5);
    for (const { mean, actual } of slow) {
      const distribution = { mean, size: sizeFor(spread, mean) };
      let below = 0;
      for (let count = 0; count < actual; count++) below += countChance(distribution, count);
      const place = below + random() * countChance(distribution, actual);
      const tenth = Math.min(9, Math.floor(10 * place));
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const days of tenths)
      assert.ok(
        Math.abs(days / slow.length - 0.1) < 0.025,
        tenths.map((d) => (d / slow.length).toFixed(3)).join(),
      );
  });

  test('a shelf that stood empty one day in nine does not teach that less is wanted', () => {
    const blind = cube.pairs.map((pair) => ({ ...pair, stock: new Uint8Array(cube.days) }));
    const learned = forecastDemand(
      { ...cube, pairs: blind },
      tree,
      fitDemand({ ...cube, pairs: blind }, cube.days),
    );
    const wanted = flat.reduce((sum, units) => sum + units, 0);
    const share = (means: Float64Array) =>
      means.subarray(0, horizon).reduce((sum, units) => sum + units, 0) / wanted;
    assert.ok(Math.abs(share(forecast.means) - 1) < 0.05, `${share(forecast.means)} of what was wanted`);
    assert.ok(share(learned.means) < share(forecast.means) - 0.06, 'taking sales for demand would miss it');
  });

  test('what a promotion does is found, and known of the days ahead', () => {
    const effect = forecast.fit.effects.reduce(
      (sum, { elasticity, uplift }) => sum + elasticity * Math.log(0.8) + uplift,
      0,
    );
    const truth = -2 * Math.log(0.8) + Math.log(1.15);
    assert.ok(
      Math.abs(effect / forecast.fit.effects.length - truth) < 0.08,
      `${effect / forecast.fit.effects.length}`,
    );
  });
});

test('a history of a few weeks, shut stores and products that never sold again end in finite forecasts', () => {
  const { cube } = madeUpDemand({ days: 40, stores: 2, products: 6 });
  cube.stores[1]?.isOpen.fill(0, 20);
  cube.pairs[0]?.sold.fill(0, 3);
  const tree = demandTree(cube);
  assert.deepEqual(trialOrigins(cube), []);
  const { means } = forecastDemand(cube, tree, fitDemand(cube, cube.days));
  assert.ok(means.every((mean) => Number.isFinite(mean) && mean >= 0));
  const shut = tree.nodes.findIndex(({ level, store }) => level === 'store' && store === 1);
  assert.equal(means[shut * cube.horizon], 0);
});
