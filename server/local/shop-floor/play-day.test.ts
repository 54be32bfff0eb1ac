import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { businessDate } from '#lib/business-date.ts';
import type { Ticket } from '#lib/pos-event.ts';
import { playDay } from './play-day.ts';
import { redateTickets } from './redate-tickets.ts';

const TODAY = businessDate('2011-01-01');

function sold(id: string, eventTime: string): Ticket {
  const lines = [{ productId: 'P', quantity: 1, netAmount: '100' }];
  return { transactionId: id, storeId: 'S1', businessDate: businessDate('2010-12-24'), eventTime, lines };
}

const template = [
  sold('late', '2010-12-25T00:30:00'),
  sold('noon', '2010-12-24T12:00:00'),
  sold('ten', '2010-12-24T10:00:00'),
];

describe('redateTickets', () => {
  test('moves a day to today, the hour after midnight to tomorrow morning, in the order they are due', () => {
    const day = redateTickets(template, TODAY);
    assert.deepEqual(
      day.map(({ due, ticket }) => [due / 3_600, ticket.eventTime]),
      [
        [10, '2011-01-01T10:00:00'],
        [12, '2011-01-01T12:00:00'],
        [24.5, '2011-01-02T00:30:00'],
      ],
    );
    assert.ok(day.every(({ ticket }) => ticket.businessDate === TODAY));
  });

  test('gives a ticket the same new id each time, and another one each day', () => {
    assert.deepEqual(redateTickets(template, TODAY), redateTickets(template, TODAY));
    assert.notEqual(
      redateTickets(template, TODAY)[0]?.ticket.transactionId,
      redateTickets(template, businessDate('2011-01-02'))[0]?.ticket.transactionId,
    );
  });
});

describe('playDay', () => {
  async function play(speed: number, from: number, endAfterMs = Number.POSITIVE_INFINITY) {
    let clock = 0;
    const ending = new AbortController();
    const sent: [at: number, id: string][] = [];
    const done = await playDay(
      redateTickets(template, TODAY),
      { from, speed, signal: ending.signal },
      {
        now: () => clock,
        pause: async (ms) => {
          clock += ms;
          if (clock >= endAfterMs) ending.abort();
        },
        send: async (tickets) => {
          for (const { ticket } of tickets) sent.push([clock, ticket.transactionId.slice(11)]);
        },
      },
    );
    return { done, sent };
  }

  test('sends what is due at once and the rest as its hour comes', async () => {
    const { done, sent } = await play(3_600, 11 * 3_600);
    assert.equal(done, true);
    assert.deepEqual(
      sent.map(([at, id]) => [Math.round(at / 100) / 10, id]),
      [
        [0, 'ten'],
        [1, 'noon'],
        [13.5, 'late'],
      ],
    );
  });

  test('stands still at speed 0 until it is told to end', async () => {
    const { done, sent } = await play(0, 12 * 3_600, 60_000);
    assert.equal(done, false);
    assert.deepEqual(
      sent.map(([, id]) => id),
      ['ten', 'noon'],
    );
  });
});
