import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { afterNews, type LiveSales } from './live-sales.ts';

const figures = { transactions: 1, units: 1, eventTime: '2010-12-24T10:00:00' };
const floor = (netSales: string, ...stores: [storeId: string, netSales: string][]): LiveSales => ({
  ...{ audience: 'chain', businessDate: businessDate('2010-12-24'), netSales, ...figures, floorTime: null },
  ...{ countedAt: 1, sentAt: 1, currency: 'GBP', timeZone: 'UTC', reportingStores: 2 },
  ...{ hours: [], channels: [], ticker: [] },
  stores: stores.map(([storeId, sales]) => ({ storeId, netSales: sales, ...figures })),
});

test('news of one store leaves the others as they were, and the sums are the news', () => {
  const known = afterNews(floor('30', ['S1', '10'], ['S2', '20']), floor('35', ['S2', '25']));
  assert.deepEqual(known, floor('35', ['S1', '10'], ['S2', '25']));
  assert.deepEqual(afterNews(known, floor('36', ['S3', '1'])).stores.length, 3);
});

test('news of another day or for another audience replaces everything', () => {
  const known = floor('30', ['S1', '10']);
  const tomorrow = { ...floor('1', ['S2', '1']), businessDate: businessDate('2010-12-25') };
  assert.deepEqual(afterNews(known, tomorrow), tomorrow);
  const other = { ...floor('1', ['S2', '1']), audience: 'a store' };
  assert.deepEqual(afterNews(known, other), other);
  assert.deepEqual(afterNews(null, known), known);
});
