import type { Redis } from 'ioredis';
import type { PosEvent } from '#lib/pos-event.ts';
import { log } from '#server/shared/log.ts';
import { applyTicketArguments } from './apply-ticket.ts';
import { buryTicket } from './dead-letter.ts';
import type { PosEntry } from './pos-group.ts';
import { PoisonTicketError, parseTicket } from './ticket.ts';

/**
 * Counts a batch of tickets, in order, in one round trip; the poisonous ones are set aside. What fails for another
 * reason stays unacknowledged and is claimed again.
 * @param redis a connection that knows `applyTicket`
 * @throws the first failure of the connection
 */
export async function processEntries(
  redis: Redis,
  batch: readonly PosEntry[],
  now: () => number,
): Promise<void> {
  const good: { entry: PosEntry; ticket: PosEvent }[] = [];
  for (const entry of batch) {
    try {
      good.push({ entry, ticket: parseTicket(entry.text) });
    } catch (error) {
      if (!(error instanceof PoisonTicketError)) throw error;
      await bury(redis, entry, error.message);
    }
  }
  const pipeline = redis.pipeline();
  for (const { entry, ticket } of good)
    pipeline.applyTicket(...applyTicketArguments(entry.id, ticket, now()));
  const answers = good.length === 0 ? [] : await pipeline.exec();
  for (const [index, [error]] of (answers ?? []).entries()) {
    const entry = good[index]?.entry;
    if (!error || !entry) continue;
    if (!error.message.includes('would overflow')) throw error;
    await bury(redis, entry, 'the sum of the day does not fit');
  }
}

async function bury(redis: Redis, entry: PosEntry, reason: string): Promise<void> {
  const answers = await buryTicket(redis.multi(), entry, reason).exec();
  const failed = answers?.find(([error]) => error)?.[0];
  if (failed) throw failed;
  log('warn', 'hotpath.poison', { entry: entry.id, reason });
}
