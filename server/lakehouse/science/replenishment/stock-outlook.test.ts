import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchTransfers } from './match-transfers.ts';
import { daysOfCover, demandWithin, firstShortDay, shortfall } from './stock-outlook.ts';

const ahead = [2, 4, 0, 2];

test('cover is counted at the forecast of each day, and goes on at its mean', () => {
  assert.equal(daysOfCover(4, ahead), 1.5);
  assert.equal(daysOfCover(8, ahead), 4);
  assert.equal(daysOfCover(12, ahead), 6);
  assert.equal(daysOfCover(5, [0, 0]), null);
  assert.equal(demandWithin(1.5, ahead), 4);
  assert.equal(demandWithin(6, ahead), 12);
});

test('a shelf is short on the first day on which less is there than is wanted, counting what is due', () => {
  assert.equal(firstShortDay(5, ahead, []), 2);
  assert.equal(firstShortDay(5, ahead, [{ day: 2, units: 1 }]), 4);
  assert.equal(firstShortDay(8, ahead, []), null);
  assert.equal(shortfall(5, ahead, [], 1, 4), 3);
  assert.equal(shortfall(5, ahead, [], 3, 4), 2);
});

test('a giver of the same region comes first, then the one with most', () => {
  const side = (storeId: string, region: string, units: number, worth = 0) => ({
    storeId,
    region,
    units,
    worth,
  });
  assert.deepEqual(
    matchTransfers(
      [side('A', 'South', 50), side('B', 'North', 6)],
      [side('C', 'North', 10, 5), side('D', 'South', 3, 9)],
    ),
    [
      { from: 'A', to: 'D', units: 3 },
      { from: 'B', to: 'C', units: 6 },
      { from: 'A', to: 'C', units: 4 },
    ],
  );
});

test('nobody gives more than they have too much of, nor takes more than they lack', () => {
  const sides = fc.array(
    fc.record({
      storeId: fc.integer({ min: 1, max: 9 }).map((n) => `S-${n}`),
      region: fc.constantFrom('North', 'South'),
      units: fc.integer({ min: 0, max: 40 }),
      worth: fc.integer({ min: 0, max: 20 }),
    }),
    { maxLength: 6 },
  );
  const one = (all: readonly { storeId: string; units: number }[], id: string) =>
    all.find(({ storeId }) => storeId === id)?.units ?? 0;
  const unique = <Side extends { storeId: string }>(all: readonly Side[]) => [
    ...new Map(all.map((side) => [side.storeId, side])).values(),
  ];
  fc.assert(
    fc.property(sides, sides, (some, others) => {
      const [givers, takers] = [unique(some), unique(others)];
      const moves = matchTransfers(givers, takers);
      for (const { storeId } of givers) {
        const given = moves.filter(({ from }) => from === storeId).reduce((sum, { units }) => sum + units, 0);
        assert.ok(given <= one(givers, storeId));
      }
      for (const { storeId } of takers) {
        const taken = moves.filter(({ to }) => to === storeId).reduce((sum, { units }) => sum + units, 0);
        assert.ok(taken <= one(takers, storeId));
      }
      assert.ok(moves.every(({ from, to, units }) => from !== to && units >= 2));
    }),
  );
});
