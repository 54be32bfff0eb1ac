import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { businessDate } from '#lib/business-date.ts';
import type { RowScope } from '#lib/scope.ts';
import { CLOCK_KEY } from '#server/shared/redis-keys.ts';
import { freePort, startRedisServer } from '#server/shared/redis-server.ts';
import { LiveHub } from './live-hub.ts';
import {
  CLOCK,
  connect,
  is,
  openTrialFloor,
  says,
  sell,
  startAfresh,
  type TrialFloor,
} from './trial-floor.ts';

const CHAIN = { kind: 'all' } as RowScope;
let floor: TrialFloor;
let redis: Redis;

before(async () => {
  floor = await openTrialFloor(
    (store) => (store ? { kind: 'stores', storeIds: [store] } : CHAIN) as RowScope,
  );
  redis = floor.redis;
});
beforeEach(() => startAfresh(floor));
after(() => floor.close());

describe('the live stream', () => {
  test('begins with the whole and goes on with what changes, over the stores of the scope alone', async () => {
    await sell(redis, 'S1', 100n);
    await sell(redis, 'S2', 9_007_199_254_740_993n);
    await floor.hub.known(2_000);
    const [chain, one] = [await connect(floor, '/'), await connect(floor, '/?store=S1')];
    assert.equal(chain.response.headers.get('cache-control'), 'no-cache, no-transform');
    const whole = await chain.until(is('reset'));
    assert.equal(whole.data.netSales, '9007199254741093');
    assert.deepEqual([whole.data.reportingStores, whole.data.currency], [2, 'GBP']);
    assert.equal((await one.until(is('reset'))).data.netSales, '100');

    await sell(redis, 'S2', 50n);
    await sell(redis, 'S1', 200n);
    await chain.until(says('250'));
    await one.until(says('200'));
    assert.equal(floor.hub.listeners, 2);
    chain.leave();
    one.leave();
    while (floor.hub.listeners > 0) await sleep(10);
  });

  test('says it is alive when nothing happens, ends with the session and keeps other days out', async () => {
    await floor.hub.known(2_000);
    const short = await connect(floor, '/?ms=900');
    await sell(redis, 'S1', 77n, businessDate('2010-12-23'));
    await short.until(is('beat'));
    await short.over;
    assert.ok(!short.seen.some(says('77')));
    assert.equal(floor.hub.listeners, 0);
  });

  test('moves on with the business clock', async () => {
    await sell(redis, 'S1', 100n);
    await floor.hub.known(2_000);
    const reader = await connect(floor, '/');
    await reader.until(says('100'));
    await redis.set(CLOCK_KEY, JSON.stringify({ ...CLOCK, businessDate: '2010-12-25' }));
    const reset = await reader.until(({ data }) => data.businessDate === '2010-12-25');
    assert.deepEqual([reset.event, reset.data.netSales, reset.data.eventTime], ['reset', '0', null]);
    reader.leave();
  });

  test('ends every stream when the process is told to go, and takes no new reader', async () => {
    await floor.hub.known(2_000);
    const reader = await connect(floor, '/');
    await reader.until(is('reset'));
    floor.hub.close();
    await reader.over;
    await (await connect(floor, '/')).over;
    assert.equal(floor.hub.listeners, 0);
  });

  test('waits for a trading day to be opened', async () => {
    await redis.flushall();
    const reader = await connect(floor, '/');
    await reader.until(({ data }) => data.state === 'waiting');
    await redis.set(CLOCK_KEY, JSON.stringify(CLOCK));
    await reader.until(is('reset'));
    reader.leave();
  });

  test('sends away who never reads, and nobody else notices', async () => {
    await floor.hub.known(2_000);
    const never = floor.hub.listen(CHAIN, {
      signal: new AbortController().signal,
      until: Date.now() + 60_000,
    });
    const reader = await connect(floor, '/');
    assert.equal(floor.hub.listeners, 2);
    for (let turn = 1n; floor.hub.listeners === 2; turn += 1n) {
      await sell(redis, 'S1', turn);
      await reader.until(says(String(turn)));
    }
    assert.equal(floor.hub.listeners, 1);
    const left = never.getReader();
    await assert.rejects(async () => {
      while (!(await left.read()).done);
    });
    reader.leave();
  });

  test('freezes while Redis is away, says so, and then tells the truth again', async () => {
    await sell(redis, 'S1', 100n);
    await floor.hub.known(2_000);
    const reader = await connect(floor, '/');
    await reader.until(says('100'));
    await floor.redisServer.stop();
    await reader.until(({ data }) => data.state === 'offline');
    const frozen = floor.hub.sales(CHAIN);
    assert.ok('source' in frozen && frozen.last?.netSales === '100');
    const late = await connect(floor, '/');
    await late.until(({ data }) => data.state === 'offline');

    floor.redisServer = await startRedisServer({ folder: floor.folder, port: floor.redisServer.port });
    while ((await redis.ping().catch(() => '')) !== 'PONG') await sleep(20);
    await sell(redis, 'S1', 300n);
    await reader.until(says('300'));
    await late.until(says('300'));
    assert.equal('source' in floor.hub.sales(CHAIN), false);
    reader.leave();
    late.leave();
  });

  test('notices a Redis that hangs without closing anything', async () => {
    await sell(redis, 'S1', 100n);
    await floor.hub.known(2_000);
    const reader = await connect(floor, '/');
    await reader.until(says('100'));
    floor.redisServer.child.kill('SIGSTOP');
    try {
      await reader.until(({ data }) => data.state === 'offline');
    } finally {
      floor.redisServer.child.kill('SIGCONT');
    }
    await reader.until(is('reset'));
    reader.leave();
  });

  test('lets a page be painted within its deadline when Redis was never there', async () => {
    const alone = new LiveHub({ url: `redis://127.0.0.1:${await freePort()}`, now: Date.now });
    const startedAt = Date.now();
    await alone.known(300);
    const sales = alone.sales(CHAIN);
    alone.close();
    assert.ok(Date.now() - startedAt < 1_000);
    assert.ok('source' in sales && sales.source?.state === 'offline' && sales.last === null);
  });
});
