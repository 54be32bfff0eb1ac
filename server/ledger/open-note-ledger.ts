import 'server-only';
import { env } from '#server/shared/env.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { remember } from '#server/shared/remember.ts';
import { NoteLedger } from './note-ledger.ts';

export function noteLedger(): NoteLedger {
  return remember('note-ledger', () => new NoteLedger(connectRedis(env().REDIS_URL, { name: 'notes' })));
}
