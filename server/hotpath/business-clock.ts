import type { Redis } from 'ioredis';
import type { BusinessClock } from '#lib/business-clock.ts';
import { addDays, type BusinessDate } from '#lib/business-date.ts';
import { log } from '#server/shared/log.ts';
import { CLOCK_KEY } from '#server/shared/redis-keys.ts';

/** What the clock needs to know of the lake. */
export interface ClosedDay {
  readonly lastClosedDate: BusinessDate;
  readonly currency: string;
  readonly timeZone: string;
  readonly buildId: string;
}

/**
 * Sets the business clock to the day after the lake's last closed one. While the lake cannot be asked, the clock
 * stands as it was: a trading day does not end because a database sleeps.
 * @returns why it could not be set, or null
 */
export async function setBusinessClock(
  redis: Redis,
  readClosedDay: () => Promise<ClosedDay>,
): Promise<string | null> {
  try {
    const { lastClosedDate, currency, timeZone, buildId } = await readClosedDay();
    const clock: BusinessClock = { businessDate: addDays(lastClosedDate, 1), currency, timeZone, buildId };
    const text = JSON.stringify(clock);
    const before = await redis.set(CLOCK_KEY, text, 'GET');
    if (before !== text) log('info', 'hotpath.clock', { ...clock });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
