import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { partitionOf } from '#lib/partition.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { CLOCK_KEY, POS_FIELD, POS_GROUP, posStream } from '#server/shared/redis-keys.ts';
import { freePort, startRedisServer } from '#server/shared/redis-server.ts';
import { end, startFollower, startProcessor } from './child-process.ts';
import { HISTORY_DAYS, HISTORY_STORES, makeHistory, seededRandom } from './make-history.ts';
import { type Expected, expectedOf } from './oracle.ts';
import { readCounts, readState } from './read-state.ts';

const followed = z.object({
  messages: z.number(),
  resets: z.number(),
  resumes: z.number(),
  backwards: z.number(),
  sales: z.object({ netSales: z.string(), transactions: z.number(), units: z.number() }).nullable(),
});

export interface HistoryReport {
  readonly events: number;
  readonly sent: number;
  readonly kills: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly applied: number;
  readonly duplicate: number;
  readonly dead: number;
  readonly pending: number;
  readonly expected: Expected;
  readonly found: Expected;
  /** What the stream's reader held at the end, and whether it was ever set back. */
  readonly followed: z.infer<typeof followed>;
}

const BATCH = 250;
const ATTEMPTS = 200;

/**
 * Sends a history through two processors and a live hub while they, their connections and Redis itself are killed, and
 * answers what came of it. Redis writes every answer to disk first, so that what it lost would be our loss.
 */
export async function checkHistory(options: {
  folder: string;
  events: number;
  kills: number;
  seed: number;
}): Promise<HistoryReport> {
  const startedAt = Date.now();
  const random = seededRandom(options.seed);
  const { events, sent } = makeHistory(options.events, random);
  const place = { folder: options.folder, port: await freePort(), appendfsync: 'always' as const };
  let server = await startRedisServer(place);
  const redis = connectRedis(server.url, { name: 'history' });
  const clock = {
    businessDate: HISTORY_DAYS.at(-1),
    currency: 'GBP',
    timeZone: 'Europe/London',
    buildId: 'b1',
  };
  await redis.set(CLOCK_KEY, JSON.stringify(clock));
  const processors = [startProcessor(server.url), startProcessor(server.url)];
  let follower = startFollower(server.url);
  const kills = { processor: 0, connections: 0, redis: 0, hub: 0 };

  /** Again until Redis has said yes; what it had done before it was killed is done twice, and must count once. */
  async function insist<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await sleep(50);
      }
    }
  }

  async function send(from: number): Promise<void> {
    const pipeline = redis.pipeline();
    for (const event of sent.slice(from, from + BATCH))
      pipeline.xadd(posStream(partitionOf(event.storeId)), '*', POS_FIELD, JSON.stringify(event));
    const failed = (await pipeline.exec())?.find(([error]) => error)?.[0];
    if (failed) throw failed;
  }

  async function kill(turn: number): Promise<void> {
    const what =
      (['processor', 'connections', 'processor', 'redis', 'hub'] as const)[turn % 5] ?? 'processor';
    kills[what] += 1;
    if (what === 'processor') {
      const which = random() < 0.5 ? 0 : 1;
      const victim = processors[which];
      if (victim) await end(victim, 'SIGKILL');
      processors[which] = startProcessor(server.url);
    } else if (what === 'hub') {
      await end(follower, 'SIGKILL');
      follower = startFollower(server.url);
    } else if (what === 'connections') {
      await insist(() => redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes') as Promise<unknown>);
    } else {
      await end(server.child, 'SIGKILL');
      server = await startRedisServer(place);
    }
  }

  try {
    let turn = 0;
    for (let from = 0; from < sent.length; from += BATCH) {
      await insist(() => send(from));
      if (turn < options.kills && from + BATCH > ((turn + 0.5) * sent.length) / options.kills)
        await kill(turn++);
    }
    while (turn < options.kills) await kill(turn++);
    const pending = async () => {
      const groups = await Promise.all(
        [...new Set(HISTORY_STORES.map(partitionOf))].map((it) => redis.xinfo('GROUPS', posStream(it))),
      );
      return groups.reduce<number>((sum, group) => sum + leftOf(group as unknown[][]), 0);
    };
    while ((await insist(pending)) > 0) await sleep(100);
    await sleep(3_000); // The follower hears the last of it.
    // Before its last word the hub may have noted that a connection was lost.
    const lastWord = (await end(follower, 'SIGTERM')).trim().split('\n').at(-1) ?? '';
    const report = followed.parse(JSON.parse(lastWord));
    return {
      events: events.length,
      sent: sent.length,
      kills,
      seconds: (Date.now() - startedAt) / 1_000,
      ...(await readCounts(redis)),
      pending: await pending(),
      expected: expectedOf(events),
      found: await readState(redis, HISTORY_DAYS, HISTORY_STORES),
      followed: report,
    };
  } finally {
    await Promise.all([...processors, follower].map((child) => end(child, 'SIGKILL')));
    redis.disconnect();
    await server.stop();
  }
}

/** Entries of a stream that its group has not been given, or has not finished; one where there is no group yet. */
function leftOf(groups: readonly unknown[][]): number {
  const field = (group: readonly unknown[], name: string) => group[group.indexOf(name) + 1];
  const group = groups.find((one) => field(one, 'name') === POS_GROUP);
  return group ? Number(field(group, 'pending')) + Number(field(group, 'lag') ?? 1) : 1;
}
