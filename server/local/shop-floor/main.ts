import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { addDays, type BusinessDate } from '#lib/business-date.ts';
import { lakeRootOf } from '#server/lakehouse/lake-folders.ts';
import { readTemplateDay } from '#server/lakehouse/read-day.ts';
import { readLakeStatus } from '#server/lakehouse/read-status.ts';
import { log } from '#server/shared/log.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { type Effects, playDay } from './play-day.ts';
import { redateTickets } from './redate-tickets.ts';
import { type ShopFloorSettings, shopFloorSettings } from './settings.ts';
import { playedUntil, ringUp, startOver } from './tills.ts';

const LOOK_FOR_TOMORROW_MS = 30_000;
const RETRY_MS = 1_000;

const ending = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ending.abort());
const pause = (ms: number) => sleep(ms, undefined, { signal: ending.signal }).catch(() => {}); // Ends the wait early.

async function sell(redis: Redis, today: BusinessDate, { speed, start }: ShopFloorSettings): Promise<void> {
  const day = redateTickets(await readTemplateDay(lakeRootOf(process.env), 'usual'), today);
  const close = day.at(-1)?.due ?? 0;
  let played = await playedUntil(redis, today);
  if (played !== undefined && played >= close) {
    await startOver(redis, today);
    played = undefined;
  }
  const from = Math.max(start, played ?? 0);
  log('info', 'shop-floor.playing', { businessDate: today, tickets: day.length, fromSecond: from, speed });
  const send: Effects['send'] = async (tickets, until) => {
    while (!ending.signal.aborted) {
      try {
        return await ringUp(redis, today, tickets, until);
      } catch {
        await pause(RETRY_MS); // The connection says what is wrong; a ticket sent twice is counted once.
      }
    }
  };
  const done = await playDay(day, { from, speed, signal: ending.signal }, { now: Date.now, pause, send });
  if (done) log('info', 'shop-floor.closed', { businessDate: today, tickets: day.length });
}

const settings = shopFloorSettings(process.env);
const redis = connectRedis(settings.redisUrl, { name: 'shop-floor' });
let sold: BusinessDate | undefined;
while (!ending.signal.aborted) {
  const today = addDays((await readLakeStatus(lakeRootOf(process.env))).lastClosedDate, 1);
  if (today !== sold) await sell(redis, today, settings);
  sold = today;
  await pause(LOOK_FOR_TOMORROW_MS);
}
redis.disconnect();
log('info', 'shop-floor.ended');
