import { randomUUID } from 'node:crypto';
import type { Checkpoint, CheckpointStore, PartitionOwnership } from '@azure/event-hubs';
import type { Redis, Result } from 'ioredis';

type Hub = readonly [namespace: string, eventHub: string, group: string];

const ownersKey = (hub: Hub) => `event-hubs:{hub}:${hub.join('/')}:owners`;
const checkpointsKey = (hub: Hub) => `event-hubs:{hub}:${hub.join('/')}:checkpoints`;

// Two readers may claim a partition at once: who read the state that still stands gets it.
const CLAIM = `
local known = redis.call('HGET', KEYS[1], ARGV[1])
local etag = known and cjson.decode(known).etag or ''
if etag ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    /** Takes a partition whose owner is still the one that was read; 0 where it is another by now. */
    claimPartition(key: string, partition: string, etag: string, owner: string): Result<number, Context>;
  }
}

/** Which reader has which partition of an event hub, and how far it has come, in Redis: no storage account is needed. */
export class RedisCheckpoints implements CheckpointStore {
  readonly #redis: Redis;
  readonly #now: () => number;

  constructor(redis: Redis, now: () => number) {
    this.#redis = redis;
    this.#now = now;
    redis.defineCommand('claimPartition', { numberOfKeys: 1, lua: CLAIM });
  }

  async listOwnership(...hub: [string, string, string]): Promise<PartitionOwnership[]> {
    return Object.values(await this.#redis.hgetall(ownersKey(hub))).map((text) => JSON.parse(text));
  }

  async claimOwnership(wanted: PartitionOwnership[]): Promise<PartitionOwnership[]> {
    const got: PartitionOwnership[] = [];
    for (const one of wanted) {
      const { fullyQualifiedNamespace, eventHubName, consumerGroup, partitionId, etag = '' } = one;
      const owner = { ...one, etag: randomUUID(), lastModifiedTimeInMs: this.#now() };
      const key = ownersKey([fullyQualifiedNamespace, eventHubName, consumerGroup]);
      if ((await this.#redis.claimPartition(key, partitionId, etag, JSON.stringify(owner))) === 1)
        got.push(owner);
    }
    return got;
  }

  async updateCheckpoint(checkpoint: Checkpoint): Promise<void> {
    const { fullyQualifiedNamespace, eventHubName, consumerGroup, partitionId } = checkpoint;
    const key = checkpointsKey([fullyQualifiedNamespace, eventHubName, consumerGroup]);
    await this.#redis.hset(key, partitionId, JSON.stringify(checkpoint));
  }

  async listCheckpoints(...hub: [string, string, string]): Promise<Checkpoint[]> {
    return Object.values(await this.#redis.hgetall(checkpointsKey(hub))).map((text) => JSON.parse(text));
  }
}
