import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { byDay, noteEvents, salesEvents } from './sales-events.ts';

const period = (from: string, to: string) => ({ from: businessDate(from), to: businessDate(to) });
const promotion = { ...{ fromDate: businessDate('2026-08-24'), toDate: businessDate('2026-09-06') } };

test('holidays and promotions stand in the order of their days', () => {
  const events = salesEvents(period('2026-08-27', '2026-09-02'), 'GB', [
    { ...promotion, promotions: 2, products: 40 },
  ]);
  assert.deepEqual(
    events.map(({ kind, day, words }) => [kind, day, words.replace(/\u2009/g, ' ')]),
    [
      ['promotion', '2026-08-27', '24 Aug – 6 Sept 2026: 40 products in 2 promotions'],
      ['holiday', '2026-08-31', 'Summer bank holiday'],
    ],
  );
});

test('a holiday observed in the year before is found there, and no country has none', () => {
  // 1 January 2022 was a Saturday: observed in the United States on the Friday before.
  const days = salesEvents(period('2021-12-31', '2021-12-31'), 'US', []);
  assert.deepEqual(
    days.map(({ words }) => words),
    ["New Year's Day"],
  );
  assert.deepEqual(salesEvents(period('2026-08-31', '2026-08-31'), null, []), []);
});

test('a note is an event of its day, in its author’s words', () => {
  const note = { id: 'n', storeIds: null, text: 'Street closed', account: 'max@contoso.test', isOwn: true };
  const notes = ['2026-08-31', '2026-08-27'].map((day) => ({ ...note, day: businessDate(day), at: '' }));
  assert.deepEqual(
    noteEvents(notes)
      .sort(byDay)
      .map(({ kind, day, words }) => [kind, day, words]),
    [
      ['note', '2026-08-27', 'max@contoso.test: Street closed'],
      ['note', '2026-08-31', 'max@contoso.test: Street closed'],
    ],
  );
});
