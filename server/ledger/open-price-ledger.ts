import 'server-only';
import { env } from '#server/shared/env.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { remember } from '#server/shared/remember.ts';
import { PriceLedger } from './price-ledger.ts';

export function priceLedger(): PriceLedger {
  return remember('price-ledger', () => new PriceLedger(connectRedis(env().REDIS_URL, { name: 'prices' })));
}
