// node --conditions=react-server server/live/bench/slow-reader.ts: what a reader who never reads costs the others: how late a
// message comes to 200 of them, with and without it, turn by turn in one run.
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { openTrialFloor, sell, startAfresh } from '../trial-floor.ts';
import { serve } from './served.ts';

const READERS = 200;
const ROUNDS = Number(process.env['ROUNDS'] ?? 12);
const TICKS = 12;
const SCOPE = '{"kind":"all"}';
const floor = await openTrialFloor(() => JSON.parse(SCOPE));
const lags: Record<'alone' | 'beside', number[]> = { alone: [], beside: [] };

try {
  await startAfresh(floor);
  for (let store = 0; store < 20; store += 1) await sell(floor.redis, `S-${store}`, 100n);
  const served = await serve('hub', floor.redisServer.url, SCOPE, READERS);
  let soldAt = 0;
  let into: number[] = [];
  for (const socket of served.sockets)
    socket.on('data', () => {
      if (soldAt > 0) into.push(performance.now() - soldAt);
    });
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    const isBeside = round % 2 === 1;
    const never = isBeside ? connect(served.port, '127.0.0.1') : null;
    never?.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    never?.pause();
    await sleep(200);
    into = lags[isBeside ? 'beside' : 'alone'];
    for (let tick = 0; tick < TICKS; tick += 1) {
      soldAt = performance.now();
      await sell(floor.redis, `S-${tick}`, BigInt(1_000 + round * TICKS + tick));
      await sleep(140);
    }
    soldAt = 0;
    never?.destroy();
  }
  const quantile = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
  const of = (share: number) => ({
    alone: quantile(lags.alone, share),
    beside: quantile(lags.beside, share),
    ratio: quantile(lags.beside, share) / quantile(lags.alone, share),
  });
  const report = { readers: READERS, messages: lags.alone.length, p50Ms: of(0.5), p99Ms: of(0.99) };
  console.log(JSON.stringify(report, (_, it) => (typeof it === 'number' ? Math.round(it * 100) / 100 : it)));
  await served.end();
} finally {
  await floor.close();
}
