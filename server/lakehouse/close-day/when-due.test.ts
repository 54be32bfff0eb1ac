import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from '#lib/business-date.ts';
import { isDue } from './when-due.ts';

const closing = { at: '03:00', quietMs: 30 * 60_000 };
const day = { businessDate: businessDate('2026-07-06'), timeZone: 'Europe/London' };
const at = (time: string) => Date.parse(time);

test('a day is over in the night after it, by the clock of its stores', () => {
  const quiet = { ...day, countedAt: at('2026-07-06T20:00:00Z') };
  assert.equal(isDue(quiet, closing, at('2026-07-07T01:59:00Z')), false); // 02:59 in London
  assert.equal(isDue(quiet, closing, at('2026-07-07T02:00:00Z')), true);
  const elsewhere = { ...quiet, timeZone: 'America/New_York' };
  assert.equal(isDue(elsewhere, closing, at('2026-07-07T06:59:00Z')), false);
  assert.equal(isDue(elsewhere, closing, at('2026-07-07T07:00:00Z')), true);
});

test('a day is not over while its tills still send, nor before they began', () => {
  const now = at('2026-07-08T12:00:00Z');
  assert.equal(isDue({ ...day, countedAt: now - 29 * 60_000 }, closing, now), false);
  assert.equal(isDue({ ...day, countedAt: now - 30 * 60_000 }, closing, now), true);
  assert.equal(isDue({ ...day, countedAt: null }, closing, now), false);
});
