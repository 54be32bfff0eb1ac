import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { businessDate } from '#lib/business-date.ts';
import { partitionOf } from '#lib/partition.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { changesStream, dayKey, POS_GROUP, posCounts, posStream } from '#server/shared/redis-keys.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';

const TICKETS = 6_000;
const HOME = partitionOf('S1');
const DAY = businessDate('2010-12-24');
const PROCESSOR = `
const { createProcessor } = await import('#server/hotpath/processor.ts');
const processor = createProcessor({
  url: process.argv[1], consumer: String(process.pid), now: Date.now, random: Math.random, abandonedMs: 200 });
process.once('SIGTERM', () => processor.stop());
await processor.run();`;

const folder = mkdtempSync(join(tmpdir(), 'hotpath-killed-'));
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

function startProcessor(): ChildProcess {
  const flags = ['--conditions=react-server', '--input-type=module', '--eval', PROCESSOR, '--', server.url];
  return spawn(process.execPath, flags, { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const exited = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exited) as [number | null];
  return code;
}

async function applied(): Promise<number> {
  return Number(await redis.hget(posCounts(HOME), 'applied'));
}

test('a processor killed mid-way loses nothing and counts nothing twice', async () => {
  const pipeline = redis.pipeline();
  for (let number = 0; number < TICKETS; number += 1) {
    const lines = [{ productId: 'P', quantity: 1, netAmount: String(number) }];
    const eventTime = '2010-12-24T10:00:00';
    const ticket = { transactionId: `T${number}`, storeId: 'S1', businessDate: DAY, eventTime, lines };
    pipeline.xadd(posStream(HOME), '*', 'event', JSON.stringify(ticket));
  }
  await pipeline.exec();

  let kills = 0;
  for (let child = startProcessor(); ; child = startProcessor()) {
    const target = Math.min(TICKETS, (await applied()) + 1_000);
    while ((await applied()) < target) await sleep(1);
    if (target === TICKETS) {
      assert.equal(await end(child, 'SIGTERM'), 0);
      break;
    }
    await end(child, 'SIGKILL');
    kills += 1;
  }

  assert.ok(kills >= 2, `${kills} kills`);
  assert.equal(await redis.hget(dayKey(HOME, DAY), 'transactions:S1'), String(TICKETS));
  assert.equal(await redis.hget(dayKey(HOME, DAY), 'netSales:S1'), String((TICKETS * (TICKETS - 1)) / 2));
  assert.equal(await redis.xlen(changesStream(HOME)), TICKETS);
  assert.equal((await redis.xpending(posStream(HOME), POS_GROUP))[0], 0);
});
