import type { ChainableCommander } from 'ioredis';
import { deadStream, POS_GROUP, posCounts, posStream } from '#server/shared/redis-keys.ts';
import { MASK, maskCardNumbers } from './card-number.ts';
import type { PosEntry } from './pos-group.ts';

const DEAD_KEPT = 10_000;
/** Enough to see what a till sends wrongly; a 5 MB event is not kept whole. */
const TEXT_KEPT = 16 * 1024;

/** Sets an event aside with its reason and acknowledges it; queue this inside one MULTI, so it happens once. */
export function buryEvent(
  multi: ChainableCommander,
  partition: number,
  { id, text }: PosEntry,
  reason: string,
): ChainableCommander {
  // Masking shortens: four times the text is looked at, so that no number is cut in two and missed.
  const event = maskCardNumbers((text ?? '').slice(0, 4 * TEXT_KEPT)).slice(0, TEXT_KEPT);
  if (event.includes(MASK)) multi.xdel(posStream(partition), id); // Not even for the two days that entries are kept.
  return multi
    .xadd(deadStream(partition), 'MAXLEN', '~', DEAD_KEPT, '*', 'entry', id, 'reason', reason, 'event', event)
    .hincrby(posCounts(partition), 'dead', 1)
    .xack(posStream(partition), POS_GROUP, id);
}
