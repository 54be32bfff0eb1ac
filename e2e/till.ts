import type { Redis } from 'ioredis';
import { partitionOf } from '../lib/partition.ts';

/** The day that the shops of the stack are trading. */
export async function tradingDay(redis: Redis): Promise<string> {
  return (JSON.parse((await redis.get('live:clock')) ?? '{}') as { businessDate: string }).businessDate;
}

/** A ticket as a till sends it. */
export async function sellAt(redis: Redis, storeId: string, pence: number): Promise<void> {
  const businessDate = await tradingDay(redis);
  const event = {
    transactionId: `e2e-${crypto.randomUUID()}`,
    storeId,
    businessDate,
    eventTime: `${businessDate}T12:00:00`,
    channel: 'online',
    lines: [{ productId: 'P-501', quantity: 1, netAmount: String(pence) }],
  };
  await redis.xadd(`pos:{p${partitionOf(storeId)}}:events`, '*', 'event', JSON.stringify(event));
}
