import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { BusinessClock } from '#lib/business-clock.ts';
import { type BusinessDate, isBusinessDate } from '#lib/business-date.ts';
import {
  CLOCK_KEY,
  changesStream,
  dayKey,
  STORE_FIGURES,
  WINDOW_FIGURES,
  windowsKey,
} from '#server/shared/redis-keys.ts';
import { type Change, readChange } from './change.ts';
import { StoreFloor, type Window } from './store-floor.ts';

/** One store's day so far; netSales in minor units, eventTime store-local, countedAt epoch milliseconds. */
export interface StoreDay {
  readonly storeId: string;
  readonly netSales: bigint;
  readonly transactions: number;
  readonly units: number;
  readonly eventTime: string;
  readonly countedAt: number;
}

const clock = z.object({
  businessDate: z
    .string()
    .refine(isBusinessDate)
    .transform((text) => text as BusinessDate),
  currency: z.string(),
  timeZone: z.string(),
  buildId: z.string(),
}) satisfies z.ZodType<BusinessClock>;

/** The business clock, or null before the hot path has set it. */
export async function readClock(redis: Redis): Promise<BusinessClock | null> {
  const text = await redis.get(CLOCK_KEY);
  return text === null ? null : clock.parse(JSON.parse(text));
}

/** Enough to begin the ticker with. */
const CHANGES_READ = 200;

/** A partition's stores, and its live stream's last entry at that same instant: what comes after it is news. */
export async function readDay(
  redis: Redis,
  partition: number,
  date: BusinessDate,
): Promise<{ stores: StoreFloor[]; position: string }> {
  const answers = await redis
    .multi()
    .hgetall(dayKey(partition, date))
    .hgetall(windowsKey(partition, date))
    .xrevrange(changesStream(partition), '+', '-', 'COUNT', CHANGES_READ)
    .exec();
  const [day, windows, newest] = (answers ?? []).map(([error, answer]) => {
    if (error) throw error;
    return answer;
  });
  const figures = day as Record<string, string>;
  const stores = new Map<string, StoreFloor>();
  for (const field of Object.keys(figures)) {
    if (!field.startsWith('netSales:')) continue;
    const storeId = field.slice('netSales:'.length);
    const named = STORE_FIGURES.map((name) => [name, figures[`${name}:${storeId}`] ?? '']);
    const change = readChange({ storeId, businessDate: date, ...Object.fromEntries(named) });
    if (change) stores.set(storeId, new StoreFloor(change.store, figures[`position:${storeId}`] ?? '0-0'));
  }
  for (const [storeId, window] of windowsOf(windows as Record<string, string>))
    stores.get(storeId)?.setWindow(window);
  const entries = newest as [string, string[]][];
  for (const [id, fields] of entries.toReversed()) {
    const change = readChange(fields);
    if (change?.ticket && change.businessDate === date)
      stores.get(change.store.storeId)?.addTicket({ id, ...change.ticket });
  }
  return { stores: [...stores.values()], position: entries[0]?.[0] ?? '0-0' };
}

function* windowsOf(fields: Readonly<Record<string, string>>): Generator<[storeId: string, window: Window]> {
  for (const field of Object.keys(fields)) {
    if (!field.startsWith('netSales:')) continue;
    const window = field.slice('netSales:'.length);
    const [netSales, transactions, units] = WINDOW_FIGURES.map((name) => fields[`${name}:${window}`] ?? '0');
    const name = window.slice(window.indexOf(':') + 1);
    yield [
      window.slice(0, window.indexOf(':')),
      { name, netSales: BigInt(netSales ?? 0), transactions: Number(transactions), units: Number(units) },
    ];
  }
}

/** What came after `position`: in order, at most `count` of them. */
export async function readChanges(
  redis: Redis,
  partition: number,
  position: string,
  { count, blockMs }: { count: number; blockMs: number },
): Promise<{ id: string; change: Change | undefined }[]> {
  const reply = await redis.xread(
    ...(['COUNT', count, 'BLOCK', blockMs, 'STREAMS', changesStream(partition), position] as const),
  );
  return (reply?.[0]?.[1] ?? []).map(([id, fields]) => ({ id, change: readChange(fields) }));
}
