import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Redis } from 'ioredis';
import { businessDate } from '#lib/business-date.ts';
import type { LiveSales, LiveUnavailable } from '#lib/live-sales.ts';
import { minorUnits } from '#lib/money.ts';
import { dayCurves } from '#lib/pacing.ts';
import { partitionOf } from '#lib/partition.ts';
import type { RowScope } from '#lib/scope.ts';
import type { ShelfProduct } from '#lib/stock-floor.ts';
import { listStockFloors } from '#server/live/stock-floors.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { closedKey, movedKey, stockKey } from '#server/shared/redis-keys.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import type { ExpectedDay } from './expected-day.ts';
import { judgeFloor } from './judge-floor.ts';

const DAY = businessDate('2010-12-24');
const folder = mkdtempSync(join(tmpdir(), 'watch-'));
let server: RedisServer;
let redis: Redis;

before(async () => {
  server = await startRedisServer({ folder, port: await freePort() });
  redis = connectRedis(server.url, { name: 'test' });
});
after(async () => {
  redis.disconnect();
  await server.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await redis.flushall();
});

const lamp: ShelfProduct = {
  ...{ productId: 'P1', productName: 'Lamp', category: 'Light', onHand: 8, onOrder: 0 },
  ...{ sold: 224, daysInStock: 28, idleDays: 0, price: 1_000, leadTimeDays: 7 },
};
const day: ExpectedDay = {
  buildId: 'b1',
  businessDate: DAY,
  usual: [{ storeId: 'S1', storeName: 'One', netSales: minorUnits(120_000n), transactions: 900, days: 4 }],
  curves: dayCurves(
    [-7, -14, -21, -28].flatMap((days) =>
      [10, 11, 12, 13].map((hour) => ({
        businessDate: businessDate(new Date(Date.parse(DAY) + days * 86_400_000).toISOString().slice(0, 10)),
        hour,
        netSales: minorUnits(10_000n),
        transactions: 10,
      })),
    ),
  ),
  shelves: new Map([['S1', [lamp]]]),
  settled: [],
};
const sales: LiveSales = {
  ...{ audience: 'chain', businessDate: DAY, netSales: '20000', transactions: 1, units: 1 },
  ...{ eventTime: `${DAY}T12:00:00`, floorTime: `${DAY}T12:00:00`, countedAt: 0, sentAt: 0 },
  ...{ currency: 'GBP', timeZone: 'UTC', reportingStores: 1, hours: [], channels: [], ticker: [] },
  stores: [{ storeId: 'S1', netSales: '20000', transactions: 1, units: 1, eventTime: `${DAY}T12:00:00` }],
};
const open = async (live: LiveSales | LiveUnavailable = sales) =>
  (await judgeFloor(redis, day, live, 0)).readings.filter(({ level }) => level >= 1).map(({ rule }) => rule);
const lampNow = async () => (await listStockFloors({ kind: 'all' } as RowScope, redis))[0];
const moved = (units: number) => redis.hset(movedKey(partitionOf('S1'), 'S1', DAY), 'P1', units);

describe('the floor, judged', () => {
  test('empties as things sell, and the product that runs out today is told', async () => {
    assert.deepEqual(await open(), ['low-stock']);
    await moved(-6);
    assert.deepEqual((await open()).sort(), ['low-stock', 'stock-out']);
    assert.equal((await lampNow())?.runningOut[0]?.onHandNow, 2);
    await moved(-8);
    await open();
    assert.equal((await lampNow())?.cells[0]?.soldOut, 1);
  });

  test('goes by a count made today, and by what moved after it', async () => {
    await moved(-6);
    const stock = stockKey(partitionOf('S1'), 'S1');
    await redis.hset(stock, { 'counted:P1': '90', 'countedAt:P1': `${DAY}T11:00:00/C1`, 'moved:P1': '-1' });
    assert.deepEqual(await open(), []);
    assert.equal((await lampNow())?.cells[0]?.daysOfCover, 89 / 8);
    await redis.hset(stock, { 'countedAt:P1': '2010-12-23T11:00:00/C1' });
    await open();
    assert.equal(
      (await lampNow())?.cells[0]?.daysOfCover,
      2 / 8,
      'a count before the close is in the record',
    );
  });

  test('says nothing of figures that are away or of another day, and lets what was told of them stand', async () => {
    const away: LiveUnavailable = { audience: 'chain', source: null, sentAt: 0, last: null };
    for (const live of [away, { ...sales, businessDate: businessDate('2010-12-25') }]) {
      const { readings, judged } = await judgeFloor(redis, day, live, 0);
      assert.deepEqual([readings, judged.has('stock-out'), judged.has('close-differs')], [[], false, true]);
    }
  });

  test('tells a close that is more than 1 % off what was shown live', async () => {
    await redis.hset(closedKey(businessDate('2010-12-23')), { S1: '10000/10300' });
    assert.ok((await open()).includes('close-differs'));
    await redis.hset(closedKey(businessDate('2010-12-23')), { S1: '10000/10030' });
    assert.ok(!(await open()).includes('close-differs'));
  });
});
