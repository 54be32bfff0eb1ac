import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { businessDate } from '#lib/business-date.ts';
import { partitionOf } from '#lib/partition.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { dayKey, posStream } from '#server/shared/redis-keys.ts';
import { freePort, startRedisServer } from '#server/shared/redis-server.ts';
import { playedUntil, ringUp, startOver } from './tills.ts';

test('a player that starts again goes on where the last one was, and a day forgotten begins anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tills-'));
  const server = await startRedisServer({ folder, port: await freePort() });
  const redis = connectRedis(server.url, { name: 'test' });
  const today = businessDate('2011-01-01');
  const ticket = {
    transactionId: '2011-01-01/T1',
    storeId: 'S1',
    businessDate: today,
    eventTime: '2011-01-01T10:00:00',
    lines: [{ productId: 'P', quantity: 1, netAmount: '100' }],
  };
  try {
    assert.equal(await playedUntil(redis, today), undefined);
    await ringUp(redis, today, [{ due: 36_000, ticket }], 36_000);
    assert.equal(await playedUntil(redis, today), 36_000);
    const [[, fields] = ['', []]] = await redis.xrange(posStream(partitionOf('S1')), '-', '+');
    assert.deepEqual(JSON.parse(fields[1] ?? ''), ticket);

    await redis.hset(dayKey(partitionOf('S1'), today), 'netSales:S1', '100');
    await startOver(redis, today);
    assert.equal(await playedUntil(redis, today), undefined);
    assert.equal(await redis.exists(dayKey(partitionOf('S1'), today)), 0);
  } finally {
    redis.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
