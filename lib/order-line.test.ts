import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { explainOrder, type OrderLine, orderAtAGlance } from './order-line.ts';
import { daysOfCover, sellThroughRate } from './stock-health.ts';

const line: OrderLine = {
  ...{ position: 1, storeId: 'S-003', productId: 'P-1', productName: 'Mug', supplierName: 'Ashdown' },
  ...{ orderUnits: 96, packSize: 12, minimumOrder: 12, available: 1, inventoryPosition: 1, reorderPoint: 66 },
  ...{
    orderUpTo: 91,
    reorderLevel: null,
    safetyStock: 21.1,
    demandRate: 4.4,
    daysOfCover: 0.5,
    serviceLevel: 0.97,
  },
  ...{ reviewPeriodDays: 7, leadTimeMean: 5.86, leadTimeDeviation: 1.53, reason: 'order', retailValue: null },
  runsOutOn: businessDate('2026-11-23'),
};

test('an order says at a glance what is there of what is needed', () =>
  assert.equal(orderAtAGlance(line), '1 held or coming of 66 for 13 days; packs of 12'));

test('an order says what it stands on, how it was rounded, and what happens without it', () => {
  assert.equal(
    explainOrder(line),
    '1 on hand and coming, at or below the 66 that 12.9 days need 97.0% of the time: 5.9 ± 1.5 days of delivery and 7 to the next order. Ordered up to 91 in packs of 12. Without it the shelf is short on 23 Nov 2026.',
  );
});

test('a minimum is named where it makes the order larger, and no delivery time where none is known', () => {
  const words = explainOrder({
    ...line,
    reason: 'minimum_order',
    minimumOrder: 48,
    leadTimeMean: null,
    runsOutOn: null,
  });
  assert.match(words, /takes no fewer than 48\.$/);
  assert.doesNotMatch(words, /delivery/);
});

test('cover without demand and sell-through without stock are unknown, not nought', () => {
  assert.equal(daysOfCover(5, 0), null);
  assert.equal(daysOfCover(-2, 4), 0);
  assert.equal(sellThroughRate(3, { opening: 0, received: 0 }), null);
  assert.equal(sellThroughRate(3, { opening: 4, received: 2 }), 0.5);
});
