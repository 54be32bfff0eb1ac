// node --conditions=react-server server/watch/main.ts: holds the live floor against what was expected, whoever looks or not.
// Any number may run: one judges, the others stand by.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchScope } from '#server/auth/service-scope.ts';
import { AlertQueue } from '#server/live/alert-queue.ts';
import { LiveHub } from '#server/live/live-hub.ts';
import { env } from '#server/shared/env.ts';
import { log } from '#server/shared/log.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { ALERTS_WATCH } from '#server/shared/redis-keys.ts';
import { type ExpectedDay, expectedDay } from './expected-day.ts';
import { judgeFloor } from './judge-floor.ts';
import { Outbox } from './webhook.ts';

const EVERY_MS = 2_000;
/** Who judges says so; after so long without a word another takes over. */
const LEASE_MS = 15_000;

const { REDIS_URL, ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret } = env();
const redis = connectRedis(REDIS_URL, { name: 'watch' });
const hub = new LiveHub({ url: REDIS_URL, now: Date.now });
const queue = new AlertQueue(redis);
const outbox = url && secret ? new Outbox(redis, { url, secret }, Date.now) : null;
const mine = randomUUID();
const ending = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ending.abort());

async function isMyTurn(): Promise<boolean> {
  if ((await redis.set(ALERTS_WATCH, mine, 'PX', LEASE_MS, 'NX')) === 'OK') return true;
  if ((await redis.get(ALERTS_WATCH)) !== mine) return false;
  return (await redis.pexpire(ALERTS_WATCH, LEASE_MS)) === 1;
}

async function watchOnce(known: ExpectedDay | null): Promise<ExpectedDay | null> {
  if (!(await isMyTurn())) return known;
  const day = await expectedDay(known);
  const now = Date.now();
  const { readings, judged } = await judgeFloor(redis, day, hub.sales(watchScope()), now);
  await queue.advance(readings, judged, now);
  await outbox?.deliver();
  return day;
}

await hub.known(5_000);
log('info', 'watch.watching', { webhook: outbox !== null });
let told: string | null = null;
for (let day: ExpectedDay | null = null; !ending.signal.aborted; ) {
  try {
    day = await watchOnce(day);
    if (told !== null) log('info', 'watch.resumed');
    told = null;
  } catch (error) {
    // Alerts stand as they are while the lake or the live store is away: their age says so.
    const reason = error instanceof Error ? error.message : String(error);
    if (reason !== told) log('warn', 'watch.interrupted', { reason });
    told = reason;
  }
  await sleep(EVERY_MS, undefined, { signal: ending.signal }).catch(() => {}); // Told to go: at once.
}
hub.close();
redis.disconnect();
log('info', 'watch.ended');
process.exit(0); // The pool of the lake has no need to outlive its last question.
