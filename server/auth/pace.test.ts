import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Redis } from 'ioredis';
import { connectRedis } from '#server/shared/redis.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { keepPace } from './pace.ts';
import { refusalResponse, TooManyRequestsError } from './refusals.ts';

const pace = { points: 3, duration: 60 };

describe('keepPace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pace-'));
  let server: RedisServer;
  const redis: Redis[] = [];
  const connected = async () => {
    const connection = connectRedis(server.url, { name: 'test' });
    redis.push(connection);
    await connection.ping();
    return connection;
  };
  before(async () => {
    server = await startRedisServer({ folder, port: await freePort() });
  });
  after(async () => {
    for (const connection of redis) connection.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const times = async (count: number, ask: () => Promise<void>) => {
    for (let at = 0; at < count; at++) await ask();
  };

  test('counts one person over all processes, and nobody for another', async () => {
    const [one, other] = [await connected(), await connected()].map((process) =>
      keepPace(process, 'a', pace),
    );
    assert.ok(one && other);
    await times(2, () => one('max'));
    await other('max');
    await assert.rejects(other('max'), TooManyRequestsError);
    await assert.rejects(one('max'), TooManyRequestsError);
    await one('mia');
  });

  test('says when to come back', async () => {
    const ask = keepPace(await connected(), 'b', pace);
    await times(3, () => ask('max'));
    const error = await ask('max').catch((refusal: unknown) => refusal);
    const response = refusalResponse(error);
    assert.equal(response.status, 429);
    const seconds = Number(response.headers.get('retry-after'));
    assert.ok(seconds > 50 && seconds <= 60, `${seconds} s`);
  });

  test('goes on counting while Redis is away', async () => {
    const nowhere = connectRedis(`redis://127.0.0.1:${await freePort()}`, { name: 'nowhere' });
    redis.push(nowhere);
    const ask = keepPace(nowhere, 'c', pace);
    await times(3, () => ask('max'));
    await assert.rejects(ask('max'), TooManyRequestsError);
  });
});
