import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawNormal, seededRandom } from '../draws.ts';
import { absorberOf, type Effect, roundAbsorber } from './absorb-effects.ts';
import { effectRank } from './effect-rank.ts';
import { dot } from './least-squares.ts';

const random = seededRandom(12);
const ROWS = 400;
const effect = (levels: number): Effect => ({
  codes: Int32Array.from({ length: ROWS }, (_, row) => (row < levels ? row : Math.floor(levels * random()))),
  levels,
});
const column = () => Float64Array.from({ length: ROWS }, () => 5 + drawNormal(random));
const WEIGHTS = Float64Array.from({ length: ROWS }, () => 0.1 + random());

function assertMeansAreZero(left: Float64Array, effects: readonly Effect[], weights?: Float64Array) {
  for (const { codes, levels } of effects)
    for (let level = 0; level < levels; level++) {
      const inLevel = left.map((value, row) => (codes[row] === level ? value * (weights?.[row] ?? 1) : 0));
      assert.ok(Math.abs(inLevel.reduce((sum, value) => sum + value, 0)) < 1e-9);
    }
}

test('what is left has mean zero at every level of every effect, with and without weights', () => {
  const [stores, weeks, brands] = [effect(30), effect(12), effect(5)];
  for (const effects of [[], [stores], [stores, weeks], [weeks, stores, brands]])
    for (const weights of [undefined, WEIGHTS])
      assertMeansAreZero(absorberOf(effects, weights)(column()), effects, weights);
});

test('solving two effects at one go and going round agree', () => {
  const effects = [effect(40), effect(25)];
  const y = column();
  const [direct, round] = [absorberOf(effects, WEIGHTS)(y), roundAbsorber(effects, WEIGHTS)(y)];
  for (const [row, value] of direct.entries()) assert.ok(Math.abs(value - (round[row] ?? 0)) < 1e-10);
});

test('parts of the data that share no level, and levels of one row, are no trouble', () => {
  const half = (row: number) => (row < ROWS / 2 ? 0 : 1);
  const stores = {
    codes: Int32Array.from({ length: ROWS }, (_, row) => half(row) * 10 + (row % 10)),
    levels: 20,
  };
  const weeks = {
    codes: Int32Array.from({ length: ROWS }, (_, row) =>
      row === 7 ? 8 : half(row) * 4 + (Math.floor(row / 10) % 4),
    ),
    levels: 9,
  };
  const y = column();
  const left = absorberOf([stores, weeks])(y);
  assertMeansAreZero(left, [stores, weeks]);
  assert.ok(Math.abs(left[7] ?? 1) < 1e-12);
  assert.ok(dot(left, left) < dot(y, y));
  // Row 7 has a week of its own in the first half: two parts: 20 + 9 - 2.
  assert.equal(effectRank([stores, weeks]), 27);
});

test('a third effect takes what the first two leave of it, nothing when it nests in one', () => {
  const [stores, weeks, brands] = [effect(30), effect(12), effect(5)];
  assert.equal(effectRank([brands, stores, weeks]), 30 + 12 + 5 - 2);
  const regions = { codes: stores.codes.map((store) => store % 4), levels: 4 };
  assert.equal(effectRank([regions, stores, weeks]), 30 + 12 - 1);
});
