import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PartitionContext, ReceivedEventData, SubscriptionEventHandlers } from '@azure/event-hubs';
import type { Redis } from 'ioredis';
import { partitionOf } from '#lib/partition.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { deadStream, posStream } from '#server/shared/redis-keys.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { readCounts } from '../history/read-state.ts';
import { createProcessor } from '../processor.ts';
import { forwardEvents } from './forward-events.ts';
import { RedisCheckpoints } from './redis-checkpoints.ts';

const folder = mkdtempSync(join(tmpdir(), 'event-hubs-'));
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

/** Stands in for the service: hands batches to the handlers and notes what is checkpointed. */
function fakeReceiver() {
  let handlers: SubscriptionEventHandlers | undefined;
  const checkpoints: string[] = [];
  const context = {
    partitionId: '0',
    updateCheckpoint: async ({ offset }: ReceivedEventData) => void checkpoints.push(offset),
  } as unknown as PartitionContext;
  return {
    checkpoints,
    subscribe: (given: SubscriptionEventHandlers) => {
      handlers = given;
      return { isRunning: true, close: async () => {} };
    },
    hand: async (bodies: readonly unknown[], from = 0) =>
      handlers?.processEvents(
        bodies.map((body, at) => ({ body, offset: String(from + at) }) as ReceivedEventData),
        context,
      ),
  };
}

const sale = (transactionId: string, storeId = 'S-001') => ({
  ...{ transactionId, storeId, businessDate: '2010-12-24', eventTime: '2010-12-24T10:00:00' },
  lines: [{ productId: 'P1', quantity: 1, netAmount: '100' }],
});

describe('an event hub', () => {
  test('is brought into the streams of its stores, then checkpointed at the last of each batch', async () => {
    const receiver = fakeReceiver();
    forwardEvents(redis, receiver);
    await receiver.hand([
      sale('T1'),
      Buffer.from(JSON.stringify(sale('T2', 'S-003'))),
      JSON.stringify(sale('T3')),
    ]);
    await receiver.hand([]);
    assert.equal(await redis.xlen(posStream(partitionOf('S-001'))), 2);
    assert.equal(await redis.xlen(posStream(partitionOf('S-003'))), 1);
    assert.deepEqual(receiver.checkpoints, ['2']);
  });

  test('that gives a batch again has it counted once, and what is no event is set aside', async () => {
    const receiver = fakeReceiver();
    forwardEvents(redis, receiver);
    const batch = [sale('T1'), sale('T2'), 'not JSON', { storeId: 7 }];
    for (const from of [0, 0]) await receiver.hand(batch, from);
    const processor = createProcessor({
      url: server.url,
      consumer: 'test',
      now: Date.now,
      random: Math.random,
    });
    const done = processor.run();
    const seen = async () => {
      const { applied, duplicate, dead } = await readCounts(redis);
      return [applied, duplicate, dead];
    };
    for (let waited = 0; waited < 8_000 && (await seen()).join() !== '2,2,4'; waited += 20) await sleep(20);
    assert.deepEqual(await seen(), [2, 2, 4]);
    assert.equal(await redis.xlen(deadStream(0)), 4);
    processor.stop();
    await done;
  });

  test('is not checkpointed past what could not be kept', async () => {
    const receiver = fakeReceiver();
    forwardEvents(redis, receiver);
    await redis.set(posStream(partitionOf('S-001')), 'not a stream');
    await assert.rejects(async () => receiver.hand([sale('T1')]));
    assert.deepEqual(receiver.checkpoints, []);
  });

  test('has each of its partitions read by one, who goes on where the last one was', async () => {
    const hub = {
      fullyQualifiedNamespace: 'n',
      eventHubName: 'pos',
      consumerGroup: '$Default',
      partitionId: '0',
    };
    const [one, other] = [new RedisCheckpoints(redis, () => 1), new RedisCheckpoints(redis, () => 2)];
    const claim = (store: RedisCheckpoints, ownerId: string, etag?: string) =>
      store.claimOwnership([{ ...hub, ownerId, ...(etag && { etag }) }]);
    const [mine] = await claim(one, 'one');
    assert.deepEqual(await claim(other, 'other'), [], 'it has an owner');
    const [known] = await other.listOwnership('n', 'pos', '$Default');
    assert.equal(known?.ownerId, 'one');
    assert.equal(
      (await claim(other, 'other', known?.etag)).length,
      1,
      'the owner was silent: it is taken over',
    );
    assert.deepEqual(
      await claim(one, 'one', mine?.etag),
      [],
      'and cannot be taken back by what was read before',
    );
    await one.updateCheckpoint({ ...hub, offset: '42', sequenceNumber: 7 });
    assert.equal((await other.listCheckpoints('n', 'pos', '$Default'))[0]?.offset, '42');
  });
});
