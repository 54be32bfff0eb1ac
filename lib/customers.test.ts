import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from './business-date.ts';
import { cohortRows } from './customer-cohorts.ts';
import { readCursor, writeCursor } from './customer-cursor.ts';
import { timeline } from './customer-timeline.ts';
import {
  allSegments,
  type CustomerOrder,
  type SegmentMove,
  segmentFigures,
  suggestedBecause,
} from './customers.ts';
import { minorUnits } from './money.ts';

const move = (
  segment: SegmentMove['segment'],
  segmentBefore: SegmentMove['segmentBefore'],
  customers: number,
): SegmentMove => ({
  ...{ segment, segmentBefore, customers, orders: 2 * customers },
  ...{ netSales: minorUnits(BigInt(100 * customers)), predictedSales: null, expectedLost: null },
});

test('a segment counts who is in it now and who was in it then; who came since was nowhere', () => {
  const figures = segmentFigures([
    move('champion', 'loyal', 3),
    move('champion', null, 2),
    move('loyal', 'champion', 4),
  ]);
  const champions = figures.find(({ segment }) => segment === 'champion');
  assert.deepEqual([champions?.customers, champions?.customersBefore, champions?.netSales], [5, 4, 500n]);
  assert.equal(figures.length, 10);
  assert.equal(champions?.predictedSales, null, 'nothing predicted is not zero');
});

test('where no window of four weeks before is held there is no comparison, rather than a fall from nobody', () => {
  assert.deepEqual(
    segmentFigures([move('champion', null, 3)]).map(({ customersBefore }) => customersBefore),
    Array(10).fill(null),
  );
  assert.equal(allSegments([move('new', null, 3), move('lapsed', null, 4)]).customers, 7);
});

test('a young cohort has a shorter row, and each share is of the cohort', () => {
  const cell = (firstPeriod: number, since: number, active: number) => ({
    ...{ firstYear: 2026, firstPeriod, since, customers: 10, active, netSales: minorUnits(0n) },
  });
  assert.deepEqual(cohortRows([cell(2, 0, 10), cell(1, 1, 4), cell(1, 0, 10)]), [
    { title: 'P1 2026', customers: 10, retention: [1, 0.4] },
    { title: 'P2 2026', customers: 10, retention: [1] },
  ]);
});

test('a cursor comes back as it was written, and anything else is none', () => {
  const cursor = { netSales: minorUnits(-123n), customerKey: 45 };
  assert.deepEqual(readCursor(writeCursor(cursor)), cursor);
  for (const text of ['', '1', '1.2.3', 'x.1', "1.1' OR 1=1", '99999999999999999999.1'])
    assert.equal(readCursor(text), null);
});

test('the timeline has the latest first, orders and what else happened', () => {
  const order: CustomerOrder = {
    ...{
      transactionId: 'T1',
      businessDate: businessDate('2026-11-02'),
      sellingStoreId: 'S-003',
      channel: 'online',
    },
    ...{ isSale: true, units: 1, netSales: minorUnits(500n), returns: minorUnits(0n) },
  };
  const events = [
    { eventDate: businessDate('2026-11-03'), kind: 'redeemed', detail: null, points: 40 },
    { eventDate: businessDate('2026-10-01'), kind: 'joined', detail: null, points: null },
  ];
  assert.deepEqual(
    timeline([order], events).map(({ words }) => words),
    ['Spent 40 points', 'Ordered online', 'Joined'],
  );
});

test('a suggestion says why', () => {
  const product = {
    position: 1,
    productId: 'P',
    productName: 'Mug',
    score: 0.1,
    becauseName: null,
    lift: null,
    timesBought: null,
  };
  assert.match(
    suggestedBecause({ ...product, reason: 'affinity', becauseName: 'Tea', lift: 4.26 }),
    /Bought Tea; .* 4\.3 times/,
  );
  assert.match(suggestedBecause({ ...product, reason: 'repurchase', timesBought: 3 }), /Bought 3 times/);
  assert.match(suggestedBecause({ ...product, reason: 'popular' }), /not bought yet/);
});
