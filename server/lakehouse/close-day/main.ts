// npm run close-day: closes the trading day now open, at once. With --watch it stays and closes each day in its night
// (CLOSE_AT, store-local, and CLOSE_QUIET_MINUTES without an event). REDIS_URL and LAKE_ROOT say where.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { addDays } from '#lib/business-date.ts';
import { PARTITIONS } from '#lib/partition.ts';
import { log } from '#server/shared/log.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { dayKey } from '#server/shared/redis-keys.ts';
import { hashKeyOf } from '../hash-key.ts';
import { lakeRootOf } from '../lake-folders.ts';
import { readLakeStatus } from '../read-status.ts';
import { closeDay } from './close-day.ts';
import { isDue, type OpenDay } from './when-due.ts';

const LOOK_EVERY_MS = 60_000;
const settings = z.object({
  REDIS_URL: z.url().default('redis://127.0.0.1:6390'),
  CLOSE_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('03:00'),
  CLOSE_QUIET_MINUTES: z.coerce.number().positive().default(30),
});

const { REDIS_URL, CLOSE_AT, CLOSE_QUIET_MINUTES } = settings.parse(process.env);
const watches = process.argv.includes('--watch');
const root = lakeRootOf(process.env);
const redis = connectRedis(REDIS_URL, { name: 'close-day' });
const ending = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ending.abort());
const effects = {
  now: () => new Date(),
  mark: () => randomBytes(3).toString('hex'),
  report: (line: string) => (watches ? log('info', 'close-day.step', { line }) : console.log(line)),
  hashKey: hashKeyOf(process.env),
};

async function openDay(): Promise<OpenDay> {
  const { lastClosedDate, timeZone } = await readLakeStatus(root);
  const businessDate = addDays(lastClosedDate, 1);
  let countedAt: number | null = null;
  for (let partition = 0; partition < PARTITIONS; partition += 1)
    for (const [field, value] of Object.entries(await redis.hgetall(dayKey(partition, businessDate))))
      if (field.startsWith('countedAt:')) countedAt = Math.max(countedAt ?? 0, Number(value));
  return { businessDate, timeZone, countedAt };
}

async function watch(): Promise<void> {
  log('info', 'close-day.watching', { closeAt: CLOSE_AT, quietMinutes: CLOSE_QUIET_MINUTES });
  const closing = { at: CLOSE_AT, quietMs: CLOSE_QUIET_MINUTES * 60_000 };
  while (!ending.signal.aborted) {
    try {
      if (isDue(await openDay(), closing, Date.now()))
        log('info', 'close-day.closed', { date: await closeDay(root, redis, effects) });
    } catch (error) {
      // The day stays open, and is tried again: what was built stays served.
      log('warn', 'close-day.failed', { reason: error instanceof Error ? error.message : String(error) });
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal: ending.signal }).catch(() => {}); // Told to go: at once.
  }
}

try {
  if (watches) await watch();
  else {
    const date = await closeDay(root, redis, effects);
    console.log(
      date
        ? `closed  ${date}; the next day opens within a minute`
        : 'Nothing was sold yet: the day stays open',
    );
  }
} catch (error) {
  const foreseen = error instanceof Error && 'code' in error;
  console.error(foreseen ? error.message : error);
  process.exitCode = 1;
} finally {
  redis.disconnect();
}
