// node --conditions=react-server server/hotpath/event-hubs/main.ts: brings the events of an Azure event hub into the hot path.
// EVENT_HUBS_CONNECTION (with the hub's name in it), EVENT_HUBS_GROUP and REDIS_URL say which and where. Off unless started;
// tested against a receiver that stands in for the service, and not yet run against the service itself.
import { EventHubConsumerClient } from '@azure/event-hubs';
import { z } from 'zod';
import { log } from '#server/shared/log.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { forwardEvents } from './forward-events.ts';
import { RedisCheckpoints } from './redis-checkpoints.ts';

const { EVENT_HUBS_CONNECTION, EVENT_HUBS_GROUP, REDIS_URL } = z
  .object({
    EVENT_HUBS_CONNECTION: z.string().min(1),
    EVENT_HUBS_GROUP: z.string().default('$Default'),
    REDIS_URL: z.url(),
  })
  .parse(process.env);

const redis = connectRedis(REDIS_URL, { name: 'event-hubs' });
const checkpoints = new RedisCheckpoints(redis, Date.now);
const client = new EventHubConsumerClient(EVENT_HUBS_GROUP, EVENT_HUBS_CONNECTION, checkpoints);
const subscription = forwardEvents(redis, client);
log('info', 'hotpath.hub-forwarding', { hub: client.eventHubName, group: EVENT_HUBS_GROUP });
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, async () => {
    await subscription.close();
    await client.close();
    redis.disconnect();
  });
