import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { businessDate } from '#lib/business-date.ts';
import type { PosEvent } from '#lib/pos-event.ts';
import { journalLines, journalMoves } from './journal-lines.ts';

const head = {
  storeId: 'S-001',
  businessDate: businessDate('2026-11-23'),
  eventTime: '2026-11-23T14:05:09',
};
const sale = (transactionId: string, line: { quantity: number; netAmount: string; unitPrice?: string }) =>
  ({ ...head, transactionId, lines: [{ productId: 'P-501', ...line }] }) satisfies PosEvent;

describe('the journal of a day', () => {
  test('says price and discount as the till did', () => {
    const [line] = journalLines([sale('T1', { quantity: 3, netAmount: '2700', unitPrice: '1000' })]);
    assert.deepEqual(line, {
      receipt_number: '2026-11-23/T1',
      line_number: '1',
      kind: 'SALE',
      store_code: 'S-001',
      till_time: '2026-11-23 14:05:09',
      business_date: '2026-11-23',
      item_code: 'P-501',
      quantity: '3',
      unit_price: '10.00',
      discount: '3.00',
      channel: 'store',
      fulfilled_by: 'S-001',
    });
  });

  test('takes goods back on a line of their own kind', () => {
    const [line] = journalLines([sale('T1', { quantity: -2, netAmount: '-1999', unitPrice: '1050' })]);
    assert.deepEqual([line?.kind, line?.unit_price, line?.discount], ['RETURN', '10.50', '-1.01']);
  });

  test('adds up to the net amount to the penny, whether or not the till says a price', () => {
    const pennies = (text: string) => BigInt(text.replace('.', ''));
    const anyLine = fc.record(
      {
        quantity: fc.integer({ min: -500, max: 500 }).filter((units) => units !== 0),
        netAmount: fc.integer({ min: -9_999_999, max: 9_999_999 }).map(String),
        unitPrice: fc.integer({ min: 0, max: 999_999 }).map(String),
      },
      { requiredKeys: ['quantity', 'netAmount'] },
    );
    fc.assert(
      fc.property(anyLine, (it) => {
        const [line] = journalLines([sale('T1', it)]);
        const net = BigInt(it.quantity) * pennies(line?.unit_price ?? '') - pennies(line?.discount ?? '');
        assert.equal(net, BigInt(it.netAmount));
      }),
    );
  });

  test('tells tickets of different days apart, in 32 characters', () => {
    const numbers = ['T1', '2026-11-23/T1', 'x'.repeat(64), `${'x'.repeat(63)}y`].map(
      (id) => journalLines([sale(id, { quantity: 1, netAmount: '1' })])[0]?.receipt_number ?? '',
    );
    assert.equal(new Set(numbers).size, 3);
    assert.ok(numbers.every((number) => number.length <= 32 && number.startsWith('2026-11-23/')));
  });

  test('moves stock by what came, went or was put right, and by no count', () => {
    const stock = (kind: 'receipt' | 'adjustment' | 'count', quantity: number): PosEvent => ({
      ...head,
      transactionId: kind,
      kind,
      lines: [{ productId: 'P-501', quantity }],
    });
    const moves = journalMoves([stock('receipt', 12), stock('adjustment', -2), stock('count', 9)]);
    assert.deepEqual(
      moves.map(({ kind, units }) => [kind, units]),
      [
        ['receipt', '12'],
        ['adjustment', '-2'],
      ],
    );
  });
});
