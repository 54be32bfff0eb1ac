import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { PARTITIONS } from '#lib/partition.ts';
import { log } from '#server/shared/log.ts';
import { connectRedis, redialAfter, redialPause } from '#server/shared/redis.ts';
import { defineApplyEvent } from './apply-event.ts';
import { claimAbandoned, ensurePosGroup, leaveGroup, takeNew } from './pos-group.ts';
import { processEntries } from './process-entries.ts';
import { trimPosStream } from './trim-pos-stream.ts';

const BLOCK_MS = 500;
const CLAIM_EVERY_MS = 2_000;
const TRIM_EVERY_MS = 10 * 60_000;

export interface Processor {
  /** Counts events until `stop`; outlives any outage of Redis. */
  run(): Promise<void>;
  /** Finishes the batch in hand; `run` then returns. */
  stop(): void;
}

/**
 * One of any number of workers that share the POS streams: a reader for each partition, one writer.
 * @param consumer this worker's name, unlike any other's
 * @param now epoch milliseconds
 * @param random 0 to 1; spreads the redials of many workers
 */
export function createProcessor(options: {
  url: string;
  consumer: string;
  now: () => number;
  random: () => number;
  abandonedMs?: number;
}): Processor {
  const { url, consumer, now, random, abandonedMs } = options;
  let stopping = false;

  async function work(partition: number, writer: Redis, reader: Redis): Promise<void> {
    await ensurePosGroup(writer, partition);
    let claimAt = 0;
    let trimAt = now() + TRIM_EVERY_MS;
    while (!stopping) {
      if (now() >= claimAt) {
        const abandoned = await claimAbandoned(writer, partition, consumer, abandonedMs);
        await processEntries(writer, partition, abandoned, now);
        if (abandoned.length === 0) claimAt = now() + CLAIM_EVERY_MS;
      }
      const fresh = await takeNew(reader, partition, consumer, BLOCK_MS);
      await processEntries(writer, partition, fresh, now);
      if (now() >= trimAt) {
        await trimPosStream(writer, partition, now());
        trimAt = now() + TRIM_EVERY_MS;
      }
    }
    await leaveGroup(writer, partition, consumer);
  }

  async function keepWorking(partition: number, writer: Redis): Promise<void> {
    const reader = connectRedis(url, { name: `hotpath-p${partition}`, blockMs: BLOCK_MS });
    for (let attempt = 1; !stopping; attempt += 1) {
      const startedAt = now();
      try {
        await work(partition, writer, reader);
      } catch (error) {
        if (now() - startedAt > 10_000) attempt = 1;
        const reason = error instanceof Error ? error.message : String(error);
        if (attempt === 1) log('warn', 'hotpath.interrupted', { partition, reason });
        redialAfter(error, writer, reader);
        await sleep(redialPause(attempt, random()));
      }
    }
    reader.disconnect();
  }

  async function run(): Promise<void> {
    const writer = connectRedis(url, { name: 'hotpath' });
    defineApplyEvent(writer);
    await Promise.all(Array.from({ length: PARTITIONS }, (_, partition) => keepWorking(partition, writer)));
    writer.disconnect();
  }

  return {
    run,
    stop: () => {
      stopping = true;
    },
  };
}
