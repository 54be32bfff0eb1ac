import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { connectRedis } from '#server/shared/redis.ts';
import { POS_GROUP, posStream } from '#server/shared/redis-keys.ts';
import { freePort, startRedisServer } from '#server/shared/redis-server.ts';
import { ensurePosGroup, takeNew } from './pos-group.ts';
import { trimPosStream } from './trim-pos-stream.ts';

test('old events leave the stream, but none that is still to be counted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trim-'));
  const server = await startRedisServer({ folder, port: await freePort() });
  const redis = connectRedis(server.url, { name: 'test' });
  try {
    // Redis trims whole blocks of a hundred entries.
    for (let number = 1; number <= 500; number += 1)
      await redis.xadd(posStream(0), `${number}-0`, 'event', '{}');
    await ensurePosGroup(redis, 0);
    const taken = await takeNew(redis, 0, 'one', 1);
    assert.equal(taken.length, 200);
    const counted = taken.map(({ id }) => id).filter((id) => id !== '150-0');
    await redis.xack(posStream(0), POS_GROUP, ...counted);

    assert.equal(await trimPosStream(redis, 0, 1_000, 1_000), 0, 'nothing is old yet');
    assert.equal(await trimPosStream(redis, 0, 1_000, 10), 100, 'up to the one still being counted');
    assert.equal((await redis.xrange(posStream(0), '150-0', '150-0')).length, 1);
    await redis.xack(posStream(0), POS_GROUP, '150-0');
    await trimPosStream(redis, 0, 1_000, 10);
    assert.equal((await redis.xrange(posStream(0), '200-0', '+')).length, 301, 'up to the last one taken');
  } finally {
    redis.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
