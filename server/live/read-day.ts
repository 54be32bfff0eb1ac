import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { BusinessClock } from '#lib/business-clock.ts';
import { type BusinessDate, isBusinessDate } from '#lib/business-date.ts';
import { CLOCK_KEY, dayKey, LIVE_STREAM, STORE_FIGURES } from '#server/shared/redis-keys.ts';

/** One store's day so far; netSales in minor units, eventTime store-local, countedAt epoch milliseconds. */
export interface StoreDay {
  readonly storeId: string;
  readonly netSales: bigint;
  readonly transactions: number;
  readonly units: number;
  readonly eventTime: string;
  readonly countedAt: number;
}

const storeDay = z.object({
  storeId: z.string(),
  netSales: z
    .string()
    .regex(/^-?\d+$/)
    .transform(BigInt),
  transactions: z.coerce.number().int(),
  units: z.coerce.number().int(),
  eventTime: z.string(),
  countedAt: z.coerce.number(),
}) satisfies z.ZodType<StoreDay>;

const clock = z.object({
  businessDate: z
    .string()
    .refine(isBusinessDate)
    .transform((text) => text as BusinessDate),
  currency: z.string(),
  timeZone: z.string(),
  buildId: z.string(),
}) satisfies z.ZodType<BusinessClock>;

/** A store's figures from the fields of a live stream entry, or undefined where they are none. */
export function toStoreDay(fields: Readonly<Record<string, string>>): StoreDay | undefined {
  return storeDay.safeParse(fields).data;
}

/** The business clock, or null before the hot path has set it. */
export async function readClock(redis: Redis): Promise<BusinessClock | null> {
  const text = await redis.get(CLOCK_KEY);
  return text === null ? null : clock.parse(JSON.parse(text));
}

/** Every store's day so far, and the live stream's last entry at that same instant: what comes after it is news. */
export async function readDay(
  redis: Redis,
  date: BusinessDate,
): Promise<{ stores: StoreDay[]; position: string }> {
  const answers = await redis
    .multi()
    .hgetall(dayKey(date))
    .xrevrange(LIVE_STREAM, '+', '-', 'COUNT', 1)
    .exec();
  const [fields, newest] = (answers ?? []).map(([error, answer]) => {
    if (error) throw error;
    return answer;
  });
  const figures = fields as Record<string, string>;
  const stores = Object.keys(figures)
    .filter((field) => field.startsWith('netSales:'))
    .map((field) => field.slice('netSales:'.length))
    .map((storeId) =>
      toStoreDay({
        storeId,
        ...Object.fromEntries(STORE_FIGURES.map((name) => [name, figures[`${name}:${storeId}`] ?? ''])),
      }),
    );
  return {
    stores: stores.filter((store) => store !== undefined),
    position: (newest as [string, string[]][])[0]?.[0] ?? '0-0',
  };
}
