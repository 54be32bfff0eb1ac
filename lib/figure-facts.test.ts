import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { figureFacts } from './figure-facts.ts';

const lake = {
  ...{ buildId: 'b', sourceName: 's', currency: 'GBP', timeZone: 'Europe/London', stale: null },
  ...{ firstDate: businessDate('2025-10-20'), lastClosedDate: businessDate('2026-11-22') },
  ...{ loadedAt: Date.UTC(2026, 10, 23, 3), checks: 1_240, failedChecks: 0 },
};
const asked = { covers: 'All stores', queriedAt: Date.UTC(2026, 10, 23, 9), question: 'a.question' };
const fact = (name: string, facts: ReturnType<typeof figureFacts>) =>
  facts.find(([one]) => one === name)?.[1];

test('a figure tells what it covers, when it was closed, loaded and asked, whether its data holds, and its question', () => {
  const facts = figureFacts(lake, { ...asked, more: [['Basis', 'the year before']] });
  const names = ['Covers', 'Basis', 'Closed to', 'Loaded', 'Asked', 'Checks', 'Question'];
  assert.deepEqual(
    facts.map(([name]) => name),
    names,
  );
  assert.equal(fact('Loaded', facts), '23 Nov 2026, 03:00');
});

test('checks that do not hold are told', () => {
  const said = (checks: number, failedChecks: number) =>
    fact('Checks', figureFacts({ ...lake, checks, failedChecks }, asked));
  assert.equal(said(1_240, 0), 'all 1,240 of this build hold');
  assert.equal(said(1_240, 3), '3 of 1,240 of this build do not hold');
  assert.equal(said(0, 0), 'none were made');
});
