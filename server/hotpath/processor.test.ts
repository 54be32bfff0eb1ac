import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { businessDate } from '#lib/business-date.ts';
import { PARTITIONS, partitionOf } from '#lib/partition.ts';
import type { PosEvent, StockEvent } from '#lib/pos-event.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { changesStream, dayKey, deadStream, POS_GROUP, posStream } from '#server/shared/redis-keys.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { expectedOf } from './history/oracle.ts';
import { readCounts, readState } from './history/read-state.ts';
import { createProcessor } from './processor.ts';
import { replayDead } from './replay-dead.ts';

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
const STORES = ['S1', 'S2', 'S3', 'S4'];
const HOME = partitionOf('S1');
const lines = <Line extends object>(rest: Record<string, fc.Arbitrary<unknown>>) =>
  fc.uniqueArray(fc.record({ productId: fc.constantFrom('P', 'Q/1', '7'), ...rest }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ productId }) => productId,
  }) as fc.Arbitrary<Line[]>;
const quantity = fc.integer({ min: -3, max: 9 });
const netAmount = fc.bigInt({ min: -(10n ** 11n), max: 10n ** 12n - 1n }).map(String);
const heads = {
  transactionId: fc.integer({ min: 1, max: 500 }).map((number) => `T/${number}`),
  storeId: fc.constantFrom(...STORES),
  at: fc.tuple(fc.constantFrom(...DAYS), fc.integer({ min: 100_000, max: 235_959 })).map(([date, number]) => {
    const [hours, minutes, seconds] = String(number).match(/../g) ?? [];
    const eventTime = `${date}T${hours}:${String(Number(minutes) % 60).padStart(2, '0')}:${String(Number(seconds) % 60).padStart(2, '0')}`;
    return { businessDate: date, eventTime };
  }),
};
const events = fc.uniqueArray(
  fc
    .oneof(
      { weight: 4, arbitrary: fc.record({ ...heads, lines: lines({ quantity, netAmount }) }) },
      fc.record({
        ...heads,
        kind: fc.constantFrom('sale', 'return'),
        channel: fc.constantFrom('store', 'online', 'mobile'),
        lines: lines({ quantity, netAmount }),
      }),
      fc.record({
        ...heads,
        kind: fc.constantFrom('receipt', 'transfer', 'adjustment'),
        lines: lines({ quantity }),
      }),
      fc.record({ ...heads, kind: fc.constant('count'), lines: lines({ quantity: fc.nat(50) }) }),
    )
    .map(({ at, ...rest }) => ({ ...rest, ...at }) as PosEvent),
  { minLength: 1, maxLength: 60, selector: (it) => `${it.businessDate}/${it.storeId}/${it.transactionId}` },
);

const sale = (transactionId = 'T1', amount = '5'): PosEvent => ({
  transactionId,
  storeId: 'S1',
  businessDate: businessDate('2010-12-24'),
  eventTime: '2010-12-24T10:00:00',
  lines: [{ productId: 'P', quantity: 1, netAmount: amount }],
});

async function send(sent: readonly (PosEvent | string)[]): Promise<void> {
  const pipeline = redis.pipeline();
  for (const event of sent) {
    const [partition, text] =
      typeof event === 'string' ? [HOME, event] : [partitionOf(event.storeId), JSON.stringify(event)];
    pipeline.xadd(posStream(partition), '*', 'event', text);
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

const deadReasons = async () =>
  (await redis.xrange(deadStream(HOME), '-', '+')).map(([, fields]) => String(fields[3]));

describe('the hot path', () => {
  test('sales and stock equal the oracle under duplicates and disorder, shared by two processors', async () => {
    const storm = events.chain((unique) =>
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
          const { applied, duplicate } = await readCounts(redis);
          return applied + duplicate >= sent.length;
        });
        assert.equal((await readCounts(redis)).applied, unique.length);
        assert.deepEqual(await readState(redis, DAYS, STORES), expectedOf(unique));
      }),
      { numRuns: 12, seed: 20101224 },
    );
  });

  test('poison is set aside with its reason and does not hold up the events behind it', async () => {
    const stray = { ...sale(), storeId: 'S2' };
    await send([
      '{',
      JSON.stringify({ ...sale(), lines: [] }),
      'x'.repeat(5_000_000),
      JSON.stringify(stray),
      sale(),
    ]);
    await work(['one'], async () => (await readCounts(redis)).applied === 1);
    assert.equal((await readCounts(redis)).dead, 4);
    assert.match(String(await deadReasons()), /not JSON.*lines.*too long.*belongs to partition/);
    assert.deepEqual((await redis.xpending(posStream(HOME), POS_GROUP))[0], 0);
  });

  test('an event with a card number is refused, and the number is kept nowhere', async () => {
    await send([JSON.stringify({ ...sale(), note: 'paid with 4111 1111 1111 1111' }), sale('T2')]);
    await work(['one'], async () => (await readCounts(redis)).applied === 1);
    const [[, letter] = ['', []]] = await redis.xrange(deadStream(HOME), '-', '+');
    assert.match(String(letter), /holds a card number.*paid with \[card number\]/);
    assert.equal((await redis.xrange(posStream(HOME), '-', '+')).length, 1, 'the entry is gone');
    assert.equal(await replayDead(redis), 0, 'and it does not come back');
  });

  test('dead letters go through once more, each to the partition of its store', async () => {
    const stray: StockEvent = { ...sale(), storeId: 'S2', kind: 'receipt' } as StockEvent;
    await send([JSON.stringify(stray), '{']);
    await work(['one'], async () => (await readCounts(redis)).dead === 2);
    assert.equal(await replayDead(redis), 2);
    await work(['one'], async () => {
      const { applied, dead } = await readCounts(redis);
      return applied === 1 && dead === 3;
    });
    assert.deepEqual(await deadReasons(), ['not JSON']);
  });

  test('a sum that no longer fits in 64 bits refuses the event whole', async () => {
    const day = dayKey(HOME, businessDate('2010-12-24'));
    await redis.hset(day, 'netSales:S1', String(2n ** 63n - 2n));
    await send([sale()]);
    await work(['one'], async () => (await readCounts(redis)).dead === 1);
    assert.equal(await redis.hget(day, 'transactions:S1'), null);
    assert.equal(await redis.hget(day, 'netSales:S1'), String(2n ** 63n - 2n));
  });

  test('each counted event announces its store and its five minutes with whole figures', async () => {
    await send([sale(), sale(), sale('another')]);
    await work(['one'], async () => (await readCounts(redis)).applied === 2);
    const changes = await redis.xrange(changesStream(HOME), '-', '+');
    const last = changes.at(-1)?.[1] ?? [];
    assert.equal(changes.length, 2);
    assert.equal(last[last.indexOf('netSales') + 1], '10');
    assert.equal(last[last.indexOf('window:netSales') + 1], '10');
    const position = await redis.hget(dayKey(HOME, businessDate('2010-12-24')), 'position:S1');
    assert.equal(position, changes.at(-1)?.[0]);
    assert.ok(PARTITIONS > 1);
  });
});
