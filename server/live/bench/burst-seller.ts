// The tills of a burst, as a thread: sells at a pace for a while and tells how much.
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { connectRedis } from '#server/shared/redis.ts';
import { sell } from '../trial-floor.ts';

const { url, perSecond, forMs } = workerData as { url: string; perSecond: number; forMs: number };
const redis = connectRedis(url, { name: 'seller' });
const startedAt = performance.now();
let sold = 0;
for (let gone = 0; gone < forMs; gone = performance.now() - startedAt) {
  const handful: Promise<void>[] = [];
  for (; sold < (gone / 1_000) * perSecond; sold += 1)
    handful.push(sell(redis, `S-${sold % 20}`, BigInt(sold + 1)));
  await Promise.all([...handful, sleep(10)]);
}
redis.disconnect();
parentPort?.postMessage(sold);
