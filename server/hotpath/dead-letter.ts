import type { ChainableCommander } from 'ioredis';
import { DEAD_STREAM, POS_COUNTS, POS_GROUP, POS_STREAM } from '#server/shared/redis-keys.ts';
import type { PosEntry } from './pos-group.ts';

const DEAD_KEPT = 10_000;
/** Enough to see what a till sends wrongly; a 5 MB event is not kept whole. */
const TEXT_KEPT = 16 * 1024;

/** Sets a ticket aside with its reason and acknowledges it; queue this inside one MULTI, so it happens once. */
export function buryTicket(
  multi: ChainableCommander,
  { id, text }: PosEntry,
  reason: string,
): ChainableCommander {
  const event = (text ?? '').slice(0, TEXT_KEPT);
  return multi
    .xadd(DEAD_STREAM, 'MAXLEN', '~', DEAD_KEPT, '*', 'entry', id, 'reason', reason, 'event', event)
    .hincrby(POS_COUNTS, 'dead', 1)
    .xack(POS_STREAM, POS_GROUP, id);
}
