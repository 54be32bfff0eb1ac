import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { businessDate } from '#lib/business-date.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { CLOCK_KEY } from '#server/shared/redis-keys.ts';
import { freePort, startRedisServer } from '#server/shared/redis-server.ts';
import { setBusinessClock } from './business-clock.ts';

test('today is the day after the last closed one, and stays today while the lake cannot be asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'business-clock-'));
  const server = await startRedisServer({ folder, port: await freePort() });
  const redis = connectRedis(server.url, { name: 'test' });
  try {
    const lake = { currency: 'GBP', timeZone: 'Europe/London', buildId: 'b1', sourceName: 'not the clock’s' };
    const asleep = () => Promise.reject(new Error('the warehouse sleeps'));
    assert.equal(await setBusinessClock(redis, asleep), 'the warehouse sleeps');
    assert.equal(await redis.get(CLOCK_KEY), null);

    const closed = { ...lake, lastClosedDate: businessDate('2010-12-31') };
    assert.equal(await setBusinessClock(redis, () => Promise.resolve(closed)), null);
    await setBusinessClock(redis, asleep);
    assert.deepEqual(JSON.parse((await redis.get(CLOCK_KEY)) ?? ''), {
      businessDate: '2011-01-01',
      currency: 'GBP',
      timeZone: 'Europe/London',
      buildId: 'b1',
    });
  } finally {
    redis.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
