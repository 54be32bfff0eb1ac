import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PoisonTicketError, parseTicket, ticketFigures } from './ticket.ts';

const ticket = {
  transactionId: 'T1',
  storeId: 'S1',
  businessDate: '2010-12-24',
  eventTime: '2010-12-24T09:00:00',
  lines: [{ productId: 'P1', quantity: 2, netAmount: '1998' }],
};

function refused(change: object): () => void {
  return () => parseTicket(JSON.stringify({ ...ticket, ...change }));
}

describe('parseTicket', () => {
  test('reads a ticket and drops what nobody here knows', () => {
    assert.deepEqual(parseTicket(JSON.stringify({ ...ticket, cardNumber: '4111' })), ticket);
  });

  test('refuses what no retry can make good, and says which part', () => {
    assert.throws(() => parseTicket(undefined), PoisonTicketError);
    assert.throws(() => parseTicket('{'), /not JSON/);
    assert.throws(() => parseTicket('x'.repeat(5_000_000)), /too long/);
    assert.throws(refused({ storeId: 'no such:store' }), /storeId/);
    assert.throws(refused({ businessDate: '2010-02-30' }), /businessDate/);
    assert.throws(refused({ eventTime: '2010-12-24 09:00' }), /eventTime/);
    assert.throws(refused({ lines: [] }), /lines/);
    assert.throws(refused({ lines: [{ ...ticket.lines[0], netAmount: '19.98' }] }), /lines\.0\.netAmount/);
    assert.throws(refused({ lines: [{ ...ticket.lines[0], quantity: 1.5 }] }), /lines\.0\.quantity/);
  });

  test('does not repeat what the till wrote in its reason', () => {
    assert.throws(
      refused({ storeId: '4111 1111 1111 1111' }),
      (error: Error) => !error.message.includes('4111'),
    );
  });
});

describe('ticketFigures', () => {
  const line = (quantity: number, netAmount: string) => ({ productId: 'P', quantity, netAmount });
  const figures = (...lines: ReturnType<typeof line>[]) =>
    ticketFigures(parseTicket(JSON.stringify({ ...ticket, lines })));

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
});
