import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { env } from '#server/shared/env.ts';
import { log } from '#server/shared/log.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { listRegionStores } from '#server/synapse/stores/list-region-stores.ts';
import { setBusinessClock } from './business-clock.ts';
import { createProcessor } from './processor.ts';
import { setRegionStores } from './region-stores.ts';

const CLOCK_EVERY_MS = 10_000;
const CLOCK_RETRY_MS = 2_000;

const url = env().REDIS_URL;
const ending = new AbortController();
const consumer = `${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`;
const processor = createProcessor({ url, consumer, now: Date.now, random: Math.random });
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    ending.abort();
    processor.stop();
  });
}

async function keepClock(): Promise<void> {
  const redis = connectRedis(url, { name: 'hotpath-clock' });
  const readLake = async () =>
    (await setBusinessClock(redis, getLakeStatus)) ??
    (await setRegionStores(redis, () => listRegionStores({})));
  let problem = await readLake();
  log('info', 'hotpath.ready', { consumer });
  for (let told: string | null = null; !ending.signal.aborted; ) {
    if (problem !== told)
      log(problem ? 'warn' : 'info', problem ? 'hotpath.clock-kept' : 'hotpath.clock-set', { problem });
    told = problem;
    await sleep(problem ? CLOCK_RETRY_MS : CLOCK_EVERY_MS, undefined, { signal: ending.signal }).catch(
      () => {},
    );
    if (!ending.signal.aborted) problem = await readLake();
  }
  redis.disconnect();
}

await Promise.all([processor.run(), keepClock()]);
log('info', 'hotpath.ended', { consumer });
process.exit(0); // The pool of the lake has no need to outlive its last question.
