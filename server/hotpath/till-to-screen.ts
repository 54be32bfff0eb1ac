// node --conditions=react-server server/hotpath/till-to-screen.ts: how long a sale takes from the till's stream to a reader of
// the live stream, while tills send EVENTS_PER_SECOND for SECONDS. Processor, hub and reader are processes of their own.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { partitionOf } from '#lib/partition.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { CLOCK_KEY, POS_FIELD, posStream } from '#server/shared/redis-keys.ts';
import { freePort, startRedisServer } from '#server/shared/redis-server.ts';
import { end, startProcessor } from './history/child-process.ts';

const RATE = Number(process.env['EVENTS_PER_SECOND'] ?? 1_000);
const SECONDS = Number(process.env['SECONDS'] ?? 20);
const EVERY_MS = 20;
const DAY = '2010-12-24';
const folder = mkdtempSync(join(tmpdir(), 'till-'));
const server = await startRedisServer({ folder, port: await freePort() });
const redis = connectRedis(server.url, { name: 'till' });
const children: ChildProcess[] = [];

/** Tickets counted so far, as the reader was told, and when it heard of it. */
const heard: { transactions: number; at: number }[] = [];

function listen(port: number): void {
  get({ port, host: '127.0.0.1', path: '/' }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      const blocks = (text + chunk).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const transactions = /^data: .*?"transactions":(\d+)/m.exec(block)?.[1];
        if (transactions) heard.push({ transactions: Number(transactions), at: performance.now() });
      }
    });
  });
}

function sale(number: number): { storeId: string; text: string } {
  const storeId = `S-${number % 40}`;
  const head = { transactionId: `T${number}`, storeId, businessDate: DAY, eventTime: `${DAY}T12:00:00` };
  const lines = [{ productId: `P${number % 25}`, quantity: 1, netAmount: '100' }];
  return { storeId, text: JSON.stringify({ ...head, lines }) };
}

try {
  const clock = { businessDate: DAY, currency: 'GBP', timeZone: 'Europe/London', buildId: 'b1' };
  await redis.set(CLOCK_KEY, JSON.stringify(clock));
  children.push(startProcessor(server.url));
  const hub = fork('server/live/bench/stream-server.ts', ['hub', server.url, '{"kind":"all"}'], {
    execArgv: ['--conditions=react-server'],
  });
  children.push(hub);
  const [{ port }] = (await once(hub, 'message')) as [{ port: number }];
  await sleep(1_000);
  listen(port);
  const sentAt: number[] = [];
  const startedAt = performance.now();
  while (sentAt.length < RATE * SECONDS) {
    const due = Math.min(RATE * SECONDS, Math.floor(((performance.now() - startedAt) / 1_000) * RATE));
    const pipeline = redis.pipeline();
    while (sentAt.length < due) {
      const { storeId, text } = sale(sentAt.length);
      pipeline.xadd(posStream(partitionOf(storeId)), '*', POS_FIELD, text);
      sentAt.push(performance.now());
    }
    await pipeline.exec();
    await sleep(EVERY_MS);
  }
  for (let waited = 0; waited < 30_000 && (heard.at(-1)?.transactions ?? 0) < sentAt.length; waited += 50)
    await sleep(50);
  // The n-th ticket sent is on the screen once n of them are: they are counted in about the order they are sent.
  let at = 0;
  const lags = sentAt.flatMap((sent, number) => {
    while (at < heard.length && (heard[at]?.transactions ?? 0) <= number) at += 1;
    const seen = heard[at];
    return seen ? [seen.at - sent] : [];
  });
  lags.sort((a, b) => a - b);
  const quantile = (share: number) => Math.round(lags[Math.floor(lags.length * share)] ?? Number.NaN);
  const report = {
    eventsPerSecond: RATE,
    events: sentAt.length,
    onScreen: lags.length,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    worstMs: Math.round(lags.at(-1) ?? Number.NaN),
  };
  console.log(JSON.stringify(report));
  process.exitCode = report.onScreen === report.events && report.p99Ms < 1_000 ? 0 : 1;
} finally {
  for (const child of children) await end(child, 'SIGKILL');
  redis.disconnect();
  await server.stop();
  rmSync(folder, { recursive: true });
  process.exit();
}
