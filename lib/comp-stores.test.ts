import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type BusinessDate, businessDate } from './business-date.ts';
import { chooseComp, isCompStore, type StoreLife } from './comp-stores.ts';
import { compare } from './comparison.ts';

const period = { from: businessDate('2026-10-25'), to: businessDate('2026-11-21') };
const held = { from: businessDate('2020-01-01'), to: businessDate('2026-11-22') };
const lastYear = compare(period, 'last-year', held);
const old: StoreLife = {
  storeId: 'S-001',
  openedOn: businessDate('2015-03-01'),
  closedOn: null,
  remodelFrom: null,
  remodelTo: null,
};
const day = (text: string | null) => (text === null ? null : businessDate(text));
const isComp = (change: Partial<Record<'openedOn' | 'closedOn' | 'remodelFrom' | 'remodelTo', string>>) =>
  isCompStore(
    { ...old, ...Object.fromEntries(Object.entries(change).map(([name, text]) => [name, day(text)])) },
    period,
    lastYear,
  );

test('an old store counts, and one whose opening nobody knows', () => {
  assert.equal(isComp({}), true);
  assert.equal(isCompStore({ ...old, openedOn: null }, period, lastYear), true);
});

test('a new store counts after thirteen full fiscal periods, not a day before', () => {
  // The period lies in fiscal October and November 2026; October begins on 4 October 2026. Thirteen periods before it
  // begin with September 2025, on 31 August 2025.
  assert.equal(isComp({ openedOn: '2025-08-31' }), true);
  assert.equal(isComp({ openedOn: '2025-09-01' }), false);
});

test('a store that shut before the period ended does not count', () => {
  assert.equal(isComp({ closedOn: '2026-11-21' }), false);
  assert.equal(isComp({ closedOn: '2026-11-22' }), true);
});

test('a store that was remodelled on these days or on those of last year does not count', () => {
  assert.equal(isComp({ remodelFrom: '2026-11-21', remodelTo: '2026-12-03' }), false);
  assert.equal(isComp({ remodelFrom: '2025-11-01', remodelTo: '2025-11-03' }), false);
  assert.equal(isComp({ remodelFrom: '2026-03-01', remodelTo: '2026-04-03' }), true);
});

test('whoever counts today counts on every later day while nothing happens to the store', () => {
  const opened = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays(businessDate('2019-01-01'), days));
  fc.assert(
    fc.property(opened, fc.integer({ min: 1, max: 400 }), (openedOn: BusinessDate, later) => {
      const first = { from: businessDate('2024-06-05'), to: businessDate('2024-07-02') };
      const then = { from: addDays(first.from, later), to: addDays(first.to, later) };
      const counts = (asked: typeof first) =>
        isCompStore({ ...old, openedOn }, asked, compare(asked, 'last-year', held));
      if (counts(first)) assert.ok(counts(then));
    }),
    { seed: 20261125, numRuns: 500 },
  );
});

test('only a plain yes in the address asks for comparable stores', () => {
  assert.equal(chooseComp({ comp: 'yes' }), true);
  for (const comp of ['no', '1', ['yes'], undefined]) assert.equal(chooseComp({ comp }), false);
});
