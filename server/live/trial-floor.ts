import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { businessDate } from '#lib/business-date.ts';
import type { LiveSales } from '#lib/live-sales.ts';
import { partitionOf } from '#lib/partition.ts';
import type { RowScope } from '#lib/scope.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { CLOCK_KEY, changesStream, dayKey, windowsKey } from '#server/shared/redis-keys.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { LiveHub } from './live-hub.ts';
import { liveResponse } from './live-response.ts';

export const DAY = businessDate('2010-12-24');
export const CLOCK = { businessDate: DAY, currency: 'GBP', timeZone: 'Europe/London', buildId: 'b1' };
export const PATIENCE_MS = 400;

export interface Message {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: Partial<LiveSales> & { readonly state?: string };
}

export const says =
  (netSales: string) =>
  (message: Message): boolean =>
    message.data.netSales === netSales;
export const is =
  (event: string) =>
  (message: Message): boolean =>
    message.event === event;

export interface TrialFloor {
  readonly folder: string;
  readonly redis: Redis;
  redisServer: RedisServer;
  hub: LiveHub;
  readonly http: Server;
  close(): Promise<void>;
}

/** A real Redis and the stream of a hub on it over real HTTP. @param scopeOf what `?store=` opens; null without it */
export async function openTrialFloor(scopeOf: (store: string | null) => RowScope): Promise<TrialFloor> {
  const folder = mkdtempSync(join(tmpdir(), 'live-'));
  const redisServer = await startRedisServer({ folder, port: await freePort() });
  const redis = connectRedis(redisServer.url, { name: 'test' });
  const http = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const answer = liveResponse(floor.hub, {
      scope: scopeOf(searchParams.get('store')),
      signal: gone.signal,
      expiresAt: Date.now() + Number(searchParams.get('ms') ?? 60_000),
      lastEventId: String(request.headers['last-event-id'] ?? ''),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body)
      Readable.from(answer.body)
        .on('error', () => {})
        .pipe(response);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const floor: TrialFloor = {
    ...{ folder, redis, redisServer, http, hub: newHub(redisServer.url) },
    close: async () => {
      floor.hub.close();
      http.closeAllConnections();
      http.close();
      redis.disconnect();
      await floor.redisServer.stop();
      rmSync(folder, { recursive: true });
    },
  };
  return floor;
}

export function newHub(url: string): LiveHub {
  return new LiveHub({ url, now: Date.now, heartbeatMs: 200, patienceMs: PATIENCE_MS });
}

/** An empty Redis with an open day, and a hub that has just begun. */
export async function startAfresh(floor: TrialFloor): Promise<void> {
  floor.hub.close();
  await floor.redis.flushall();
  await floor.redis.set(CLOCK_KEY, JSON.stringify(CLOCK));
  floor.hub = newHub(floor.redisServer.url);
}

let sold = 0;

/** What the hot path writes, in one step: the change, the day's and the window's figures. */
export async function sell(redis: Redis, storeId: string, netSales: bigint, date = DAY): Promise<void> {
  const partition = partitionOf(storeId);
  const eventTime = `${date}T14:05:00`;
  const figures = { netSales: String(netSales), transactions: '1', units: '2' };
  const whole = { ...figures, eventTime, countedAt: '5' };
  const window = `${storeId}:store:169`;
  const named = (suffix: string, values: object) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`${name}:${suffix}`, value]));
  const windowed = Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [`window:${name}`, value]),
  );
  const change = {
    ...{ storeId, businessDate: date, amount: '7', soldAt: eventTime, window },
    ...whole,
    ...windowed,
  };
  sold += 1;
  const position = `${Date.now()}-${sold}`;
  await redis
    .multi()
    .xadd(changesStream(partition), position, ...Object.entries(change).flat())
    .hset(dayKey(partition, date), { ...named(storeId, whole), [`position:${storeId}`]: position })
    .hset(windowsKey(partition, date), named(window, figures))
    .exec();
}

/** A reader over real HTTP; `until` gives the first message that fits, of those not yet looked at. */
export async function connect({ http }: TrialFloor, path: string, lastEventId?: string) {
  const { port } = http.address() as { port: number };
  const ending = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    signal: ending.signal,
    headers: lastEventId ? { 'Last-Event-ID': lastEventId } : {},
  });
  const body = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
  const seen: Message[] = [];
  const over = (async () => {
    let text = '';
    for await (const chunk of body) {
      const blocks = (text + chunk).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1];
        const id = /^id: (.*)$/m.exec(block)?.[1];
        if (event) seen.push({ event, id, data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}') });
      }
    }
  })().catch(() => {});
  async function until(fits: (message: Message) => boolean, deadlineMs = 8_000): Promise<Message> {
    for (const deadline = Date.now() + deadlineMs; Date.now() < deadline; await sleep(10)) {
      for (let next = seen.shift(); next; next = seen.shift()) if (fits(next)) return next;
    }
    throw new Error('no such message came');
  }
  return { response, until, over, seen, leave: () => ending.abort() };
}
