import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { businessDate } from '#lib/business-date.ts';
import type { PosEvent } from '#lib/pos-event.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { DEAD_STREAM, dayKey, LIVE_STREAM, POS_COUNTS, POS_STREAM } from '#server/shared/redis-keys.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { createProcessor } from './processor.ts';
import { ticketFigures } from './ticket.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotpath-'));
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

const DAYS = ['2010-12-23', '2010-12-24'].map(businessDate);
const tickets = fc.uniqueArray(
  fc.record({
    transactionId: fc.integer({ min: 1, max: 500 }).map((number) => `T${number}`),
    storeId: fc.constantFrom('S1', 'S2', 'S3'),
    businessDate: fc.constantFrom(...DAYS),
    eventTime: fc.integer({ min: 10, max: 59 }).map((minute) => `2010-12-24T14:${minute}:00`),
    lines: fc.array(
      fc.record({
        productId: fc.constant('P'),
        quantity: fc.integer({ min: -3, max: 9 }),
        netAmount: fc.bigInt({ min: -(10n ** 11n), max: 10n ** 12n - 1n }).map(String),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 60, selector: (it) => `${it.businessDate}/${it.storeId}/${it.transactionId}` },
);

async function send(events: readonly (PosEvent | string)[]): Promise<void> {
  const pipeline = redis.pipeline();
  for (const event of events) {
    pipeline.xadd(POS_STREAM, '*', 'event', typeof event === 'string' ? event : JSON.stringify(event));
  }
  await pipeline.exec();
}

async function work(consumers: readonly string[], until: () => Promise<boolean>): Promise<void> {
  const processors = consumers.map((consumer) =>
    createProcessor({ url: server.url, consumer, now: Date.now, random: Math.random, abandonedMs: 0 }),
  );
  const done = Promise.all(processors.map((processor) => processor.run()));
  while (!(await until())) await sleep(10);
  for (const processor of processors) processor.stop();
  await done;
}

async function counted(): Promise<{ applied: number; duplicate: number; dead: number }> {
  const [applied, duplicate, dead] = await redis.hmget(POS_COUNTS, 'applied', 'duplicate', 'dead');
  return { applied: Number(applied), duplicate: Number(duplicate), dead: Number(dead) };
}

function oracle(events: readonly PosEvent[]): Record<string, string> {
  const expected: Record<string, string> = {};
  for (const storeId of new Set(events.map((event) => event.storeId))) {
    const own = events.filter((event) => event.storeId === storeId);
    const figures = own.map(ticketFigures);
    expected[`netSales:${storeId}`] = String(figures.reduce((sum, { netSales }) => sum + netSales, 0n));
    expected[`transactions:${storeId}`] = String(figures.reduce((sum, it) => sum + it.transactions, 0));
    expected[`units:${storeId}`] = String(figures.reduce((sum, it) => sum + it.units, 0));
    expected[`eventTime:${storeId}`] = own.map((event) => event.eventTime).reduce((a, b) => (a > b ? a : b));
  }
  return expected;
}

describe('the hot path', () => {
  test('totals equal the oracle under duplicates and disorder, shared by two processors', async () => {
    const storm = tickets.chain((unique) =>
      fc
        .shuffledSubarray(unique)
        .chain((repeats) =>
          fc.shuffledSubarray([...unique, ...repeats], { minLength: unique.length + repeats.length }),
        )
        .map((sent) => ({ unique, sent })),
    );
    await fc.assert(
      fc.asyncProperty(storm, async ({ unique, sent }) => {
        await redis.flushall();
        await send(sent);
        await work(['one', 'two'], async () => {
          const { applied, duplicate } = await counted();
          return applied + duplicate >= sent.length;
        });
        assert.equal((await counted()).applied, unique.length);
        for (const day of DAYS) {
          const found = Object.entries(await redis.hgetall(dayKey(day)));
          const kept = Object.fromEntries(found.filter(([field]) => !field.startsWith('countedAt:')));
          assert.deepEqual(kept, oracle(unique.filter((event) => event.businessDate === day)));
        }
      }),
      { numRuns: 12, seed: 20101224 },
    );
  });

  test('poison is set aside with its reason and does not hold up the tickets behind it', async () => {
    const [good] = fc.sample(tickets, { numRuns: 1, seed: 7 }).flat();
    assert.ok(good);
    await send(['{', JSON.stringify({ ...good, lines: [] }), 'x'.repeat(5_000_000), good]);
    await work(['one'], async () => (await counted()).applied === 1);
    const dead = await redis.xrange(DEAD_STREAM, '-', '+');
    assert.equal((await counted()).dead, 3);
    assert.match(String(dead.map(([, fields]) => fields[3])), /not JSON.*lines.*too long/);
    assert.deepEqual((await redis.xpending(POS_STREAM, 'hotpath'))[0], 0);
  });

  test('a sum that no longer fits in 64 bits refuses the ticket whole', async () => {
    const [good] = fc.sample(tickets, { numRuns: 1, seed: 8 }).flat();
    assert.ok(good);
    const lines = [{ productId: 'P', quantity: 1, netAmount: '5' }];
    await redis.hset(dayKey(good.businessDate), `netSales:${good.storeId}`, String(2n ** 63n - 2n));
    await send([{ ...good, lines }]);
    await work(['one'], async () => (await counted()).dead === 1);
    assert.equal(await redis.hget(dayKey(good.businessDate), `transactions:${good.storeId}`), null);
  });

  test('each counted ticket announces its store with whole figures', async () => {
    const [good] = fc.sample(tickets, { numRuns: 1, seed: 9 }).flat();
    assert.ok(good);
    await send([good, good, { ...good, transactionId: 'another' }]);
    await work(['one'], async () => (await counted()).applied === 2);
    const changes = await redis.xrange(LIVE_STREAM, '-', '+');
    const last = changes.at(-1)?.[1] ?? [];
    assert.equal(changes.length, 2);
    assert.equal(last[last.indexOf('netSales') + 1], String(2n * ticketFigures(good).netSales));
  });
});
