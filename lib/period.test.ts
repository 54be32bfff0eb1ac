import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { businessDate } from './business-date.ts';
import { choosePeriod, daysIn, isHeld, previousPeriod } from './period.ts';

const period = (from: string, to: string) => ({ from: businessDate(from), to: businessDate(to) });
const held = period('2025-10-20', '2026-11-22');

describe('choosePeriod', () => {
  test('without a word in the address, the last four weeks up to the last closed day', () => {
    assert.deepEqual(choosePeriod({}, held), {
      period: period('2026-10-26', '2026-11-22'),
      preset: 'last-28-days',
      notice: null,
    });
  });

  test('a range the person typed is taken as it is', () => {
    const chosen = choosePeriod({ from: '2026-01-01', to: '2026-01-31' }, held);
    assert.deepEqual(chosen, { period: period('2026-01-01', '2026-01-31'), preset: null, notice: null });
  });

  test('days that are not held are cut off, and it says so', () => {
    const chosen = choosePeriod({ from: '2020-01-01', to: '2025-10-21' }, held);
    assert.deepEqual(chosen.period, period('2025-10-20', '2025-10-21'));
    assert.match(chosen.notice ?? '', /held from 2025-10-20/);
  });

  test('to date is from the first day of the fiscal week, period or year to the last closed day', () => {
    const from = (name: string) => choosePeriod({ period: name }, held).period.from;
    assert.equal(from('week-to-date'), '2026-11-22'); // a Sunday: the week has just begun
    assert.equal(from('period-to-date'), '2026-11-01');
    assert.equal(from('year-to-date'), '2026-02-01');
  });

  test('a preset longer than the lake starts on its first day', () => {
    const chosen = choosePeriod({ period: 'last-28-days' }, period('2010-12-01', '2010-12-23'));
    assert.deepEqual(chosen.period, period('2010-12-01', '2010-12-23'));
    assert.match(chosen.notice ?? '', /first day held is 2010-12-01/);
  });

  for (const search of [
    { from: '2026-02-30', to: '2026-03-01' },
    { from: '2026-03-02', to: '2026-03-01' },
    { from: "'; DROP TABLE", to: '2026-03-01' },
    { from: '1999-01-01', to: '1999-12-31' },
    { period: 'constructor' },
    { period: ['last-7-days', 'last-28-days'] },
    { from: '2026-03-01' },
  ]) {
    test(`${JSON.stringify(search)} falls back to the default with a notice`, () => {
      const chosen = choosePeriod(search, held);
      assert.equal(chosen.preset, 'last-28-days');
      assert.ok(chosen.notice);
    });
  }
});

test('the previous period is as long and ends the day before', () => {
  const march = period('2024-03-01', '2024-03-28');
  assert.deepEqual(previousPeriod(march), period('2024-02-02', '2024-02-29'));
  assert.equal(daysIn(previousPeriod(march)), 28);
});

test('a basis that starts before the first day held is not held', () => {
  assert.equal(isHeld(period('2025-10-19', '2025-11-01'), held), false);
  assert.equal(isHeld(period('2025-10-20', '2025-11-01'), held), true);
});
