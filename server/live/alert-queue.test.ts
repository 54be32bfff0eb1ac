import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Redis } from 'ioredis';
import { type Alert, type AlertRule, HOLDS_MS, type Reading } from '#lib/alert.ts';
import { afterDeed } from '#lib/alert-deed.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { ALERTS_OPEN, ALERTS_OUTBOX, ALERTS_PAST } from '#server/shared/redis-keys.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { AlertQueue } from './alert-queue.ts';

const folder = mkdtempSync(join(tmpdir(), 'alerts-'));
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

const silent = (subject: string, atStake: string, level = 2): Reading => ({
  ...{ rule: 'store-silent', subject, storeId: subject, about: subject, found: '', level, atStake },
});
const readings = [silent('S1', '100'), silent('S2', '9000'), silent('S3', '500', 0.3)];
const ALL: ReadonlySet<AlertRule> = new Set(['store-silent']);
const everybody = () => true;
const ids = (alerts: readonly Alert[]) => alerts.map(({ id }) => id);

describe('the queue of alerts', () => {
  test('tells what has held for a minute, dearest first, whichever process read it', async () => {
    const [one, other] = [new AlertQueue(redis), new AlertQueue(redis)];
    await one.advance(readings, ALL, 0);
    assert.deepEqual(await one.told(everybody, 0), []);
    await other.advance(readings, ALL, HOLDS_MS);
    assert.deepEqual(ids(await one.told(everybody, HOLDS_MS)), ['store-silent:S2', 'store-silent:S1']);
    assert.deepEqual(ids(await one.told(({ storeId }) => storeId === 'S1', HOLDS_MS)), ['store-silent:S1']);
  });

  test('lets resolve what has no reading any more, and keeps what could not be judged', async () => {
    const queue = new AlertQueue(redis);
    for (const now of [0, HOLDS_MS]) await queue.advance(readings, ALL, now);
    await queue.advance([], new Set(['data-late']), HOLDS_MS + 1);
    assert.equal((await queue.list(everybody)).length, 2, 'the figures of the rule were away');
    await queue.advance([silent('S2', '9000')], ALL, HOLDS_MS + 2);
    assert.deepEqual(ids(await queue.list(everybody)), ['store-silent:S2']);
    await queue.advance([silent('S2', '9000', 0.1)], ALL, HOLDS_MS + 3);
    assert.deepEqual(await queue.list(everybody), []);
    assert.equal(await redis.xlen(ALERTS_PAST), 2);
  });

  test('keeps what people did about it, whatever is read meanwhile, until it resolves', async () => {
    const queue = new AlertQueue(redis);
    const by = (action: 'acknowledge') =>
      queue.note('store-silent:S1', (care) => afterDeed(care, { action }, 'max', 0));
    await queue.advance(readings, ALL, 0);
    assert.equal(await by('acknowledge'), false, 'not open yet');
    await queue.advance(readings, ALL, HOLDS_MS);
    const deeds = Array.from({ length: 20 }, (_, at) =>
      queue.note('store-silent:S1', (care) =>
        afterDeed(care, { action: 'comment', text: `c${at}` }, 'max', at),
      ),
    );
    await Promise.all([
      by('acknowledge'),
      ...deeds,
      queue.advance([silent('S1', '300'), silent('S2', '1')], ALL, HOLDS_MS),
    ]);
    const [first] = await queue.list(everybody);
    assert.deepEqual(
      [first?.id, first?.acknowledgedBy, first?.comments.length],
      ['store-silent:S1', 'max', 20],
    );
    await queue.note('store-silent:S2', (care) => ({ ...care, snoozedUntil: HOLDS_MS + 1_000 }));
    assert.deepEqual(ids(await queue.told(everybody, HOLDS_MS + 999)), ['store-silent:S1']);
    assert.equal((await queue.told(everybody, HOLDS_MS + 1_000)).length, 2);
  });

  test('leaves word for those outside once for each alert that opens or resolves', async () => {
    const queue = new AlertQueue(redis);
    for (const now of [0, HOLDS_MS, HOLDS_MS + 1]) await queue.advance(readings, ALL, now);
    await queue.advance([silent('S1', '999')], ALL, HOLDS_MS + 2);
    const told = (await redis.xrange(ALERTS_OUTBOX, '-', '+')).map(([, [, news = '']]) => JSON.parse(news));
    assert.deepEqual(
      told.map(({ event, alert }) => `${event} ${alert.id}`),
      ['opened store-silent:S1', 'opened store-silent:S2', 'resolved store-silent:S2'],
    );
  });

  test('takes what an earlier version wrote for nothing', async () => {
    await redis.hset(ALERTS_OPEN, 'store-silent:S1', '{"overSince":0,"openedAt":0}');
    const queue = new AlertQueue(redis);
    assert.deepEqual(await queue.list(everybody), []);
    await queue.advance([], ALL, 0);
    assert.equal(await redis.hlen(ALERTS_OPEN), 0);
  });
});
