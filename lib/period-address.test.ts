import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { chooseComp } from './comp-stores.ts';
import { BASES, type BasisName, chooseBasis } from './comparison.ts';
import { choosePeriod, PERIOD_PRESETS, type PeriodPreset } from './period.ts';
import { periodAddress } from './period-address.ts';
import { chooseStores } from './store-choice.ts';

const held = { from: businessDate('2020-01-01'), to: businessDate('2026-11-22') };
const read = (address: string) => Object.fromEntries(new URL(address, 'http://localhost').searchParams);

test('an address is read back as what was chosen', () => {
  for (const basis of Object.keys(BASES) as BasisName[]) {
    for (const preset of Object.keys(PERIOD_PRESETS) as PeriodPreset[]) {
      const search = read(periodAddress('/sales', { preset, basis }));
      assert.equal(choosePeriod(search, held).preset, preset);
      assert.equal(chooseBasis(search), basis);
    }
    const period = { from: businessDate('2026-03-01'), to: businessDate('2026-03-31') };
    const search = read(periodAddress('/sales', { preset: null, period, basis }));
    assert.deepEqual(choosePeriod(search, held), { period, preset: null, notice: null });
    assert.equal(chooseBasis(search), basis);
  }
});

test('comparable stores only is read back', () => {
  const chosen = { preset: 'week-to-date', basis: 'last-year' } as const;
  assert.equal(chooseComp(read(periodAddress('/stores', { ...chosen, comp: true }))), true);
  assert.equal(
    periodAddress('/stores', { ...chosen, comp: false }),
    '/stores?period=week-to-date&basis=last-year',
  );
});

test('what is usual is left out', () => {
  assert.equal(
    periodAddress('/sales', { preset: 'last-7-days', basis: 'previous' }),
    '/sales?period=last-7-days',
  );
});

test('picked stores are read back, each once', () => {
  const address = periodAddress('/sales', {
    preset: 'last-7-days',
    basis: 'previous',
    stores: ['S-007', 'S-003'],
  });
  const store = new URL(address, 'http://localhost').searchParams.getAll('store');
  assert.deepEqual(chooseStores({ store: [...store, 'S-003'] }), ['S-003', 'S-007']);
  assert.deepEqual(chooseStores({ store: 'S-003' }), ['S-003']);
  assert.deepEqual(chooseStores({}), []);
});
