import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { minorUnits } from './money.ts';
import { rankStores, type StoreMoments, type StoreToRank } from './store-benchmarks.ts';
import { NO_MEASURES } from './store-figures.ts';

const asOf = businessDate('2026-11-22');

/** A store of 28 equal days but for a little unrest, at a conversion of its own. */
function store(id: string, conversion: number, sellingAreaM2 = 400): StoreToRank {
  const days = Array.from({ length: 28 }, (_, day) => {
    const visits = 300 + 10 * (day % 7);
    return { visits, tickets: Math.round(visits * conversion) + (day % 3) - 1, net: 7_000 + 100 * (day % 5) };
  });
  const sum = (of: (day: (typeof days)[number]) => number) => days.reduce((all, day) => all + of(day), 0);
  const moments: StoreMoments = {
    storeId: id,
    days: 28,
    net: sum(({ net }) => net),
    netNet: sum(({ net }) => net * net),
    tickets: sum(({ tickets }) => tickets),
    ticketsTickets: sum(({ tickets }) => tickets ** 2),
    netTickets: sum(({ net, tickets }) => net * tickets),
    ...{ units: 0, unitsUnits: 0, unitsTickets: 0 },
    countedDays: 28,
    visits: sum(({ visits }) => visits),
    visitsVisits: sum(({ visits }) => visits ** 2),
    counted: sum(({ tickets }) => tickets),
    countedCounted: sum(({ tickets }) => tickets ** 2),
    countedVisits: sum(({ tickets, visits }) => tickets * visits),
    ...{ staffedDays: 0, staffedNet: 0, staffedNetNet: 0, hours: 0, hoursHours: 0, netHours: 0 },
    ...{ stockedDays: 0, missing: 0, missingMissing: 0, netMissing: 0 },
  };
  const measures = {
    ...NO_MEASURES,
    netSales: minorUnits(BigInt(100 * moments.net)),
    transactions: moments.tickets,
    tradingDays: 28,
    visits: moments.visits,
    countedTransactions: moments.counted,
  };
  const profile = {
    storeId: id,
    storeName: id,
    region: 'North',
    format: 'high street',
    sellingAreaM2,
    openedOn: null,
  };
  return { profile, measures, moments, levels: null };
}

test('a store is held against those like it, and not against all', () => {
  const small = ['A', 'B', 'C', 'D'].map((id) => store(id, 0.3));
  const large = ['E', 'F', 'G', 'H'].map((id) => store(id, 0.1, 3_000));
  const [first] = rankStores([store('X', 0.4), ...small, ...large], asOf);
  assert.deepEqual(
    first?.peers.map(({ storeId }) => storeId),
    ['A', 'B', 'C', 'D'],
  );
  assert.ok(Math.abs((first?.benchmarks.conversionRate?.peers ?? 0) - 0.3) < 0.01);
  assert.equal(first?.benchmarks.conversionRate?.stands, 'above');
});

test('what nobody counted is not known, and not held against anybody', () => {
  const [first] = rankStores(
    ['A', 'B', 'C', 'D', 'E'].map((id) => store(id, 0.3)),
    asOf,
  );
  assert.equal(first?.values.salesPerLabourHour, null);
  assert.equal(first?.benchmarks.salesPerLabourHour, null);
  assert.equal(first?.values.gmroi, null);
});

test('the value shown is the exact one, and the interval lies about it in the same unit', () => {
  const [first] = rankStores(
    ['A', 'B', 'C', 'D', 'E'].map((id) => store(id, 0.3)),
    asOf,
  );
  const { netSales, transactions } = first?.measures ?? NO_MEASURES;
  assert.equal(first?.values.atv, Number(netSales) / transactions);
  const atv = first?.benchmarks.atv;
  assert.ok(atv && atv.low < atv.value * 1.1 && atv.high > atv.value * 0.9);
});

test('with two others alike nothing is said', () => {
  const [first] = rankStores(
    ['A', 'B', 'C'].map((id) => store(id, 0.3)),
    asOf,
  );
  assert.deepEqual(first?.peers, []);
  assert.equal(first?.benchmarks.conversionRate, null);
});
