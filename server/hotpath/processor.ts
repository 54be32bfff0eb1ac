import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { log } from '#server/shared/log.ts';
import { connectRedis, redialAfter, redialPause } from '#server/shared/redis.ts';
import { defineApplyTicket } from './apply-ticket.ts';
import { claimAbandoned, ensurePosGroup, leaveGroup, takeNew } from './pos-group.ts';
import { processEntries } from './process-entries.ts';
import { trimPosStream } from './trim-pos-stream.ts';

const BLOCK_MS = 500;
const CLAIM_EVERY_MS = 2_000;
const TRIM_EVERY_MS = 10 * 60_000;

export interface Processor {
  /** Counts tickets until `stop`; outlives any outage of Redis. */
  run(): Promise<void>;
  /** Finishes the batch in hand; `run` then returns. */
  stop(): void;
}

/**
 * One of any number of workers that share the POS stream.
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

  async function work(writer: Redis, reader: Redis): Promise<void> {
    await ensurePosGroup(writer);
    let claimAt = 0;
    let trimAt = now() + TRIM_EVERY_MS;
    while (!stopping) {
      if (now() >= claimAt) {
        const abandoned = await claimAbandoned(writer, consumer, abandonedMs);
        await processEntries(writer, abandoned, now);
        if (abandoned.length === 0) claimAt = now() + CLAIM_EVERY_MS;
      }
      await processEntries(writer, await takeNew(reader, consumer, BLOCK_MS), now);
      if (now() >= trimAt) {
        await trimPosStream(writer, now());
        trimAt = now() + TRIM_EVERY_MS;
      }
    }
    await leaveGroup(writer, consumer);
  }

  async function run(): Promise<void> {
    const writer = connectRedis(url, { name: 'hotpath' });
    const reader = connectRedis(url, { name: 'hotpath-reader', blockMs: BLOCK_MS });
    defineApplyTicket(writer);
    for (let attempt = 1; !stopping; attempt += 1) {
      const startedAt = now();
      try {
        await work(writer, reader);
      } catch (error) {
        if (now() - startedAt > 10_000) attempt = 1;
        const reason = error instanceof Error ? error.message : String(error);
        if (attempt === 1) log('warn', 'hotpath.interrupted', { reason });
        redialAfter(error, writer, reader);
        await sleep(redialPause(attempt, random()));
      }
    }
    writer.disconnect();
    reader.disconnect();
  }

  return {
    run,
    stop: () => {
      stopping = true;
    },
  };
}
