import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { remembered } from '../../remembered.ts';
import { trialFolder } from '../../trial.ts';
import { trialOrigins } from './demand-backtest.ts';
import type { CubePair, DemandCube } from './demand-cube.ts';
import { demandFits } from './demand-fits.ts';
import { fitDemand } from './fit-demand.ts';
import { madeUpDemand } from './made-up-demand.ts';

const { cube } = madeUpDemand();
const ends = [...trialOrigins(cube), cube.days];
/** Many more products in stores than a test needs: enough that threads are worth it, in memory that they share. */
const wide: DemandCube = { ...cube, pairs: sharing(Array.from({ length: 20 }, () => cube.pairs).flat()) };

function sharing(pairs: readonly CubePair[]): CubePair[] {
  const sold = new Float32Array(new SharedArrayBuffer(4 * pairs.length * cube.days));
  return pairs.map((pair, at) => {
    const own = sold.subarray(at * cube.days, (at + 1) * cube.days);
    own.set(pair.sold);
    return { ...pair, sold: own };
  });
}

/** A cube of which only its first days have come. */
const asOf = (days: number): DemandCube => ({
  ...cube,
  days,
  pairs: cube.pairs.map((pair) => ({
    ...pair,
    sold: pair.sold.slice(0, days),
    stock: pair.stock.slice(0, days),
  })),
});

test('fits made on threads are those made here, each in its place', async (t) => {
  const said: string[] = [];
  const fits = await demandFits(wide, ends.slice(-2), remembered(trialFolder(t)), (line) => said.push(line));
  assert.ok(wide.pairs.length * wide.days >= 500_000);
  assert.deepEqual(
    fits,
    ends.slice(-2).map((end) => fitDemand(wide, end)),
  );
  assert.equal(said.length, 2);
});

test('what a killed build had fitted is not fitted again, nor what the day before had, and nothing else stays', async (t) => {
  const root = trialFolder(t);
  const fitted = async (of: DemandCube, days: readonly number[]) => {
    const said: string[] = [];
    const memory = remembered(root);
    const fits = await demandFits(of, days, memory, (line) => said.push(line));
    return { fits, memory, made: said.filter((line) => line.startsWith('demand fitted')).length };
  };
  assert.equal((await fitted(cube, ends.slice(0, 2))).made, 2);
  const whole = await fitted(cube, ends);
  assert.equal(whole.made, ends.length - 2);
  assert.deepEqual(
    whole.fits,
    ends.map((end) => fitDemand(cube, end)),
  );
  const dayBefore = asOf(cube.days - 1);
  const shared = trialOrigins(dayBefore).filter((end) => ends.includes(end));
  assert.ok(shared.length >= 3);
  const before = await fitted(dayBefore, [...trialOrigins(dayBefore), dayBefore.days]);
  assert.equal(before.made, ends.length - shared.length);
  before.memory.forgetOthers();
  assert.equal(readdirSync(join(root, 'remembered')).length, ends.length);
});

test('a day that was corrected, or a memory that cannot be read, is fitted anew', async (t) => {
  const root = trialFolder(t);
  await demandFits(cube, ends, remembered(root), () => {});
  const corrected: DemandCube = {
    ...cube,
    pairs: cube.pairs.map((pair, at) => ({ ...pair, sold: at === 3 ? pair.sold.with(5, 77) : pair.sold })),
  };
  const said: string[] = [];
  assert.deepEqual(
    await demandFits(corrected, ends, remembered(root), (line) => said.push(line)),
    ends.map((end) => fitDemand(corrected, end)),
  );
  for (const name of readdirSync(join(root, 'remembered')))
    writeFileSync(join(root, 'remembered', name), 'torn');
  await demandFits(cube, ends, remembered(root), (line) => said.push(line));
  assert.equal(said.length, 2 * ends.length);
});
