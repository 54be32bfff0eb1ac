import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Redis } from 'ioredis';
import { HOLDS_MS, type Reading } from '#lib/alert.ts';
import { businessDate } from '#lib/business-date.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { AlertQueue } from './alert-queue.ts';

const DAY = businessDate('2010-12-24');
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
  ...{ rule: 'store-silent', subject, about: subject, level, atStake },
});
const readings = [silent('S1', '100'), silent('S2', '9000'), silent('S3', '500', 0.3)];

describe('the queue of alerts', () => {
  test('tells what has held for a minute, dearest first, whichever process read it', async () => {
    const [one, other] = [new AlertQueue(redis), new AlertQueue(redis)];
    assert.deepEqual(await one.advance(DAY, readings, 0), []);
    const told = await other.advance(DAY, readings, HOLDS_MS);
    assert.deepEqual(
      told.map(({ id, openedAt }) => [id, openedAt]),
      [
        ['store-silent:S2', HOLDS_MS],
        ['store-silent:S1', HOLDS_MS],
      ],
    );
    assert.deepEqual((await one.advance(DAY, [silent('S2', '9000', 0.1)], HOLDS_MS + 1)).length, 0);
  });

  test('keeps what people did about it, until it resolves', async () => {
    const queue = new AlertQueue(redis);
    await queue.advance(DAY, readings, 0);
    assert.equal(await queue.note(DAY, 'store-silent:S1', { acknowledgedBy: 'max' }), false, 'not open yet');
    await queue.advance(DAY, readings, HOLDS_MS);
    assert.equal(await queue.note(DAY, 'store-silent:S1', { acknowledgedBy: 'max' }), true);
    assert.equal(await queue.note(DAY, 'store-silent:S2', { snoozedUntil: HOLDS_MS + 1_000 }), true);
    const during = await queue.advance(DAY, readings, HOLDS_MS + 999);
    assert.deepEqual(
      during.map(({ id, acknowledgedBy }) => [id, acknowledgedBy]),
      [['store-silent:S1', 'max']],
    );
    assert.equal((await queue.advance(DAY, readings, HOLDS_MS + 1_000)).length, 2);
    assert.equal(await queue.note(DAY, 'store-silent:S9', { acknowledgedBy: 'max' }), false);
  });
});
