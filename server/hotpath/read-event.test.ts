import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventFigures, eventWindow, stockLines } from './event-figures.ts';
import { PoisonEventError, readEvent } from './read-event.ts';

const ticket = {
  transactionId: 'T1',
  storeId: 'S1',
  businessDate: '2010-12-24',
  eventTime: '2010-12-24T09:00:00',
  lines: [{ productId: 'P1', quantity: 2, netAmount: '1998' }],
};

function refused(change: object): () => void {
  return () => readEvent(JSON.stringify({ ...ticket, ...change }));
}

describe('readEvent', () => {
  test('reads a ticket and drops what nobody here knows', () => {
    assert.deepEqual(readEvent(JSON.stringify({ ...ticket, note: 'x' })), {
      ...ticket,
      kind: 'sale',
      channel: 'store',
    });
  });

  test('refuses what no retry can make good, and says which part', () => {
    assert.throws(() => readEvent(undefined), PoisonEventError);
    assert.throws(() => readEvent('{'), /not JSON/);
    assert.throws(() => readEvent('x'.repeat(5_000_000)), /too long/);
    assert.throws(refused({ storeId: 'no such:store' }), /storeId/);
    assert.throws(refused({ businessDate: '2010-02-30' }), /businessDate/);
    assert.throws(refused({ eventTime: '2010-12-24 09:00' }), /eventTime/);
    assert.throws(refused({ lines: [] }), /lines/);
    assert.throws(refused({ lines: [{ ...ticket.lines[0], netAmount: '19.98' }] }), /lines\.0\.netAmount/);
    assert.throws(refused({ lines: [{ ...ticket.lines[0], quantity: 1.5 }] }), /lines\.0\.quantity/);
  });

  test('refuses a card number wherever it stands, also where JSON hides its digits', () => {
    assert.throws(refused({ note: '4111 1111 1111 1111' }), /card number/);
    assert.throws(refused({ transactionId: '5555555555554444' }), /card number/);
    const hidden = JSON.stringify({ ...ticket, note: 'X' }).replace('X', '\\u0034111111111111111');
    assert.throws(() => readEvent(hidden), /card number/);
  });

  test('refuses an event of another day than its business date, which lasts into the small hours', () => {
    assert.throws(refused({ eventTime: '2010-12-23T23:59:00' }), /business date/);
    assert.throws(refused({ eventTime: '2010-12-26T00:00:00' }), /business date/);
    assert.doesNotThrow(refused({ eventTime: '2010-12-25T01:30:00' }));
  });

  test('reads stock events, whose lines have no amounts, and counts that are never negative', () => {
    const lines = [{ productId: 'P1', quantity: -3 }];
    for (const kind of ['receipt', 'transfer', 'adjustment'])
      assert.equal(readEvent(JSON.stringify({ ...ticket, kind, lines })).kind, kind);
    assert.throws(refused({ kind: 'count', lines }), /lines\.0\.quantity/);
    assert.throws(refused({ kind: 'theft' }), /kind/);
    assert.throws(refused({ channel: 'pigeon' }), /channel/);
  });

  test('does not repeat what the till wrote in its reason', () => {
    assert.throws(
      refused({ storeId: '4111 1111 1111 1111' }),
      (error: Error) => !error.message.includes('4111'),
    );
  });
});

describe('eventFigures', () => {
  const line = (quantity: number, netAmount: string) => ({ productId: 'P', quantity, netAmount });
  const figures = (...lines: ReturnType<typeof line>[]) =>
    eventFigures(readEvent(JSON.stringify({ ...ticket, lines })));

  test('a ticket that sells and takes back is one transaction of the difference', () => {
    assert.deepEqual(figures(line(3, '3000'), line(-1, '-1000')), {
      netSales: 2000n,
      transactions: 1,
      units: 2,
    });
  });

  test('a ticket of returns only is no transaction', () => {
    assert.deepEqual(figures(line(-1, '-1000')), { netSales: -1000n, transactions: 0, units: -1 });
  });

  test('stock that moves is no sale, and a sale takes from what is on hand', () => {
    const count = readEvent(
      JSON.stringify({ ...ticket, kind: 'count', lines: [{ productId: 'P', quantity: 7 }] }),
    );
    assert.deepEqual(eventFigures(count), { netSales: 0n, transactions: 0, units: 0 });
    assert.deepEqual(stockLines(count), [{ productId: 'P', quantity: 7 }]);
    assert.deepEqual(stockLines(readEvent(JSON.stringify(ticket))), [{ productId: 'P1', quantity: -2 }]);
  });
});

test('eventWindow counts five minutes from the midnight that begins the business date', () => {
  const at = (eventTime: string) => eventWindow(readEvent(JSON.stringify({ ...ticket, eventTime })));
  assert.deepEqual(
    ['2010-12-24T00:04:59', '2010-12-24T09:05:00', '2010-12-25T00:30:00'].map(at),
    [0, 109, 294],
  );
});
