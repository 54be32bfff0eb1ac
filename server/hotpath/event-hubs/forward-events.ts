import type { ReceivedEventData, Subscription, SubscriptionEventHandlers } from '@azure/event-hubs';
import type { Redis } from 'ioredis';
import { partitionOf } from '#lib/partition.ts';
import { log } from '#server/shared/log.ts';
import { POS_FIELD, posStream } from '#server/shared/redis-keys.ts';

/** The part of the client that is used: what a test has to stand in for. */
export interface EventReceiver {
  subscribe(handlers: SubscriptionEventHandlers): Subscription;
}

/**
 * Brings what an event hub receives into the POS streams, where it is checked, counted once and acknowledged as if tills had
 * sent it there. A checkpoint is made once a batch is safe in the streams: what was sent and not checkpointed comes again,
 * and is counted once. Not yet run against the service.
 */
export function forwardEvents(redis: Redis, receiver: EventReceiver): Subscription {
  return receiver.subscribe({
    processEvents: async (events, context) => {
      const last = events.at(-1);
      if (!last) return; // Nothing came within the wait: the hub says so by an empty batch.
      const pipeline = redis.pipeline();
      for (const event of events) {
        const text = textOf(event);
        pipeline.xadd(posStream(homeOf(text)), '*', POS_FIELD, text);
      }
      const failed = (await pipeline.exec())?.find(([error]) => error)?.[0];
      if (failed) throw failed; // No checkpoint: the hub gives them again.
      await context.updateCheckpoint(last);
    },
    processError: async (error, { partitionId }) => {
      log('warn', 'hotpath.hub-interrupted', { partition: partitionId, reason: error.message });
    },
  });
}

/** Its JSON: a body of JSON arrives parsed, anything else as bytes or text, which the check names for what it is. */
function textOf({ body }: ReceivedEventData): string {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return Buffer.from(body).toString('utf8');
  return JSON.stringify(body) ?? '';
}

/** The stream of its store. What names none goes to the first: it is set aside there with its reason. */
function homeOf(text: string): number {
  try {
    const { storeId } = JSON.parse(text) as { storeId?: unknown };
    return typeof storeId === 'string' ? partitionOf(storeId) : 0;
  } catch {
    return 0;
  }
}
