import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { businessDate } from '#lib/business-date.ts';
import type { LiveSales } from '#lib/live-sales.ts';
import type { RowScope } from '#lib/scope.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { CLOCK_KEY, dayKey, LIVE_STREAM } from '#server/shared/redis-keys.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { LiveHub } from './live-hub.ts';
import { liveResponse } from './live-response.ts';

const CHAIN = { kind: 'all' } as RowScope;
const DAY = businessDate('2010-12-24');
const clock = { businessDate: DAY, currency: 'GBP', timeZone: 'Europe/London', buildId: 'b1' };
const folder = mkdtempSync(join(tmpdir(), 'live-hub-'));
const patienceMs = 400;
let redisServer: RedisServer;
let redis: Redis;
let hub: LiveHub;
let http: Server;

/** What the hot path writes: the day's hash and the change, in one step. */
async function sell(storeId: string, netSales: bigint, date = DAY): Promise<void> {
  const eventTime = `${date}T14:05:00`;
  const figures = { netSales: String(netSales), transactions: '1', units: '2', eventTime, countedAt: '5' };
  const fields = Object.entries(figures).map(([name, value]) => [`${name}:${storeId}`, value]);
  const change = Object.entries({ storeId, businessDate: date, ...figures }).flat();
  const kept = Object.fromEntries(fields);
  await redis
    .multi()
    .hset(dayKey(date), kept)
    .xadd(LIVE_STREAM, '*', ...change)
    .exec();
}

interface Message {
  readonly event: string;
  readonly data: Partial<LiveSales> & { readonly state?: string };
}

/** A reader over real HTTP; `until` gives the first message that fits, of those not yet looked at. */
async function connect(path: string) {
  const { port } = http.address() as { port: number };
  const ending = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: ending.signal });
  const body = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
  const seen: Message[] = [];
  const over = (async () => {
    let text = '';
    for await (const chunk of body) {
      const blocks = (text + chunk).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = /^event: (.*)$/m.exec(block)?.[1];
        if (event) seen.push({ event, data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}') });
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

const says = (netSales: string) => (message: Message) => message.data.netSales === netSales;

before(async () => {
  redisServer = await startRedisServer({ folder, port: await freePort() });
  redis = connectRedis(redisServer.url, { name: 'test' });
  http = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const store = searchParams.get('store');
    const scope = (store ? { kind: 'stores', storeIds: [store] } : { kind: 'all' }) as RowScope;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const expiresAt = Date.now() + Number(searchParams.get('ms') ?? 60_000);
    const answer = liveResponse(hub, { scope, signal: gone.signal, expiresAt });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body)
      Readable.from(answer.body)
        .on('error', () => {})
        .pipe(response);
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
});
beforeEach(async () => {
  await redis.flushall();
  await redis.set(CLOCK_KEY, JSON.stringify(clock));
  hub = new LiveHub({ url: redisServer.url, now: Date.now, heartbeatMs: 200, patienceMs });
});
afterEach(() => hub.close());
after(async () => {
  http.closeAllConnections();
  http.close();
  redis.disconnect();
  await redisServer.stop();
  rmSync(folder, { recursive: true });
});

describe('the live stream', () => {
  test('begins with the whole and goes on with what changes, over the stores of the scope alone', async () => {
    await sell('S1', 100n);
    await sell('S2', 9_007_199_254_740_993n);
    await hub.known(2_000);
    const [chain, one] = [await connect('/'), await connect('/?store=S1')];
    assert.equal(chain.response.headers.get('cache-control'), 'no-cache, no-transform');
    const whole = await chain.until(({ event }) => event === 'reset');
    assert.equal(whole.data.netSales, '9007199254741093');
    assert.deepEqual([whole.data.reportingStores, whole.data.currency], [2, 'GBP']);
    assert.equal((await one.until(({ event }) => event === 'reset')).data.netSales, '100');

    await sell('S2', 50n);
    await sell('S1', 200n);
    await chain.until(says('250'));
    await one.until(says('200'));
    assert.equal(hub.listeners, 2);
    chain.leave();
    one.leave();
    while (hub.listeners > 0) await sleep(10);
  });

  test('says it is alive when nothing happens, ends with the session and keeps other days out', async () => {
    await hub.known(2_000);
    const short = await connect('/?ms=900');
    await sell('S1', 77n, businessDate('2010-12-23'));
    await short.until(({ event }) => event === 'beat');
    await short.over;
    assert.ok(!short.seen.some(says('77')));
    assert.equal(hub.listeners, 0);
  });

  test('moves on with the business clock', async () => {
    await sell('S1', 100n);
    await hub.known(2_000);
    const reader = await connect('/');
    await reader.until(says('100'));
    await redis.set(CLOCK_KEY, JSON.stringify({ ...clock, businessDate: '2010-12-25' }));
    const reset = await reader.until(({ data }) => data.businessDate === '2010-12-25');
    assert.deepEqual([reset.event, reset.data.netSales, reset.data.eventTime], ['reset', '0', null]);
    reader.leave();
  });

  test('ends every stream when the process is told to go, and takes no new reader', async () => {
    await hub.known(2_000);
    const reader = await connect('/');
    await reader.until(({ event }) => event === 'reset');
    hub.close();
    await reader.over;
    await (await connect('/')).over;
    assert.equal(hub.listeners, 0);
  });

  test('waits for a trading day to be opened', async () => {
    await redis.flushall();
    const reader = await connect('/');
    await reader.until(({ data }) => data.state === 'waiting');
    await redis.set(CLOCK_KEY, JSON.stringify(clock));
    await reader.until(({ event }) => event === 'reset');
    reader.leave();
  });

  test('sends away who never reads, and nobody else notices', async () => {
    await hub.known(2_000);
    const never = hub.listen(CHAIN, { signal: new AbortController().signal, until: Date.now() + 60_000 });
    const reader = await connect('/');
    assert.equal(hub.listeners, 2);
    for (let turn = 1n; hub.listeners === 2; turn += 1n) {
      await sell('S1', turn);
      await reader.until(says(String(turn)));
    }
    assert.equal(hub.listeners, 1);
    const left = never.getReader();
    while (!(await left.read()).done);
    reader.leave();
  });

  test('freezes while Redis is away, says so, and then tells the truth again', async () => {
    await sell('S1', 100n);
    await hub.known(2_000);
    const reader = await connect('/');
    await reader.until(says('100'));
    await redisServer.stop();
    await reader.until(({ data }) => data.state === 'offline');
    const frozen = hub.sales(CHAIN);
    assert.ok('source' in frozen && frozen.last?.netSales === '100');
    const late = await connect('/');
    await late.until(({ data }) => data.state === 'offline');

    redisServer = await startRedisServer({ folder, port: redisServer.port });
    while ((await redis.ping().catch(() => '')) !== 'PONG') await sleep(20);
    await sell('S1', 300n);
    await reader.until(says('300'));
    await late.until(says('300'));
    assert.equal('source' in hub.sales(CHAIN), false);
    reader.leave();
    late.leave();
  });

  test('notices a Redis that hangs without closing anything', async () => {
    await sell('S1', 100n);
    await hub.known(2_000);
    const reader = await connect('/');
    await reader.until(says('100'));
    redisServer.child.kill('SIGSTOP');
    try {
      await reader.until(({ data }) => data.state === 'offline');
    } finally {
      redisServer.child.kill('SIGCONT');
    }
    await reader.until(({ event }) => event === 'reset');
    reader.leave();
  });

  test('lets a page be painted within its deadline when Redis was never there', async () => {
    const alone = new LiveHub({ url: `redis://127.0.0.1:${await freePort()}`, now: Date.now });
    const startedAt = Date.now();
    await alone.known(300);
    const sales = alone.sales(CHAIN);
    alone.close();
    assert.ok(Date.now() - startedAt < 1_000);
    assert.ok('source' in sales && sales.source?.state === 'offline' && sales.last === null);
  });
});
