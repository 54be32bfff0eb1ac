import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ACCESS_VERSION, REGION_STORES } from '#server/shared/access-keys.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { freePort, startRedisServer } from '#server/shared/redis-server.ts';
import { setRegionStores } from './region-stores.ts';

test('regions follow the lake, say when they changed, and stand while the lake is away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'region-stores-'));
  const server = await startRedisServer({ folder, port: await freePort() });
  const redis = connectRedis(server.url, { name: 'test' });
  const say = (...rows: [string, string][]) =>
    setRegionStores(redis, async () => ({ rows: rows.map(([storeId, region]) => ({ storeId, region })) }));
  try {
    assert.equal(await say(['S-1', 'North'], ['S-2', 'South'], ['S-3', 'North']), null);
    await say(['S-1', 'North'], ['S-2', 'South'], ['S-3', 'North']);
    assert.deepEqual(await redis.hgetall(REGION_STORES), { North: '["S-1","S-3"]', South: '["S-2"]' });
    assert.equal(await redis.get(ACCESS_VERSION), '1');
    await say(['S-1', 'North']);
    assert.equal(await setRegionStores(redis, () => Promise.reject(new Error('asleep'))), 'asleep');
    assert.deepEqual(await redis.hgetall(REGION_STORES), { North: '["S-1"]' });
    assert.equal(await redis.get(ACCESS_VERSION), '2');
  } finally {
    redis.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
