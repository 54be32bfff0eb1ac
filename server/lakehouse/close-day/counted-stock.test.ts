import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { businessDate } from '#lib/business-date.ts';
import type { PosEvent } from '#lib/pos-event.ts';
import { countsAsAdjustments } from './counted-stock.ts';

const event = (
  second: number,
  kind: 'sale' | 'receipt' | 'count',
  quantity: number,
  transactionId = `${kind}-${second}`,
): PosEvent => {
  const businessDay = businessDate('2026-11-23');
  const head = {
    ...{ transactionId, storeId: 'S-001', businessDate: businessDay },
    eventTime: `${businessDay}T10:00:${String(second).padStart(2, '0')}`,
  };
  if (kind === 'sale') return { ...head, kind, lines: [{ productId: 'P-1', quantity, netAmount: '1' }] };
  return { ...head, kind, lines: [{ productId: 'P-1', quantity }] };
};
const moves = (events: readonly PosEvent[]) =>
  events.map(({ kind, lines }) => [kind, lines[0]?.quantity] as const);

test('a count is put as what it found beyond what was on record at its moment', () => {
  const stock = new Map([['S-001/P-1', 10]]);
  const events = [event(30, 'count', 5), event(40, 'sale', 2), event(10, 'sale', 3)];
  assert.deepEqual(moves(countsAsAdjustments(events, stock)), [
    ['sale', 3],
    ['adjustment', -2],
    ['sale', 2],
  ]);
  assert.equal(stock.get('S-001/P-1'), 3);
});

test('a count that found what was on record moves nothing', () => {
  assert.deepEqual(countsAsAdjustments([event(1, 'count', 4)], new Map([['S-001/P-1', 4]])), []);
});

test('the evening is the last count and what moved after it, in whatever order events lie', () => {
  const anyEvent = fc.tuple(
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom('sale' as const, 'receipt' as const, 'count' as const),
    fc.integer({ min: 0, max: 20 }),
  );
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 12 }), fc.integer({ min: -5, max: 50 }), (drawn, opening) => {
      const events = drawn.map(([second, kind, units], at) => event(second, kind, units, `T${at}`));
      const counts = events.filter(({ kind }) => kind === 'count');
      const last = counts
        .toSorted((a, b) => (a.eventTime + a.transactionId < b.eventTime + b.transactionId ? -1 : 1))
        .at(-1);
      const after = events.filter((it) => it.kind !== 'count' && (!last || it.eventTime > last.eventTime));
      const moved = after.reduce(
        (sum, { kind, lines }) => sum + (kind === 'sale' ? -1 : 1) * (lines[0]?.quantity ?? 0),
        0,
      );
      const stock = new Map([['S-001/P-1', opening]]);
      countsAsAdjustments(events, stock);
      assert.equal(stock.get('S-001/P-1'), (last ? (last.lines[0]?.quantity ?? 0) : opening) + moved);
    }),
  );
});
