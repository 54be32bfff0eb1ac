// node --conditions=react-server server/live/bench/burst.ts: 5,000 changes a second with 500 readers on the stream: what a
// plain route of the same server then takes, turn by turn in one run: on a quiet floor, during a burst, and during a burst
// at a server beside it that has no streams, for tills, Redis and readers take the same processors; and what memory it holds.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { openTrialFloor, sell, startAfresh } from '../trial-floor.ts';
import { serve } from './served.ts';

const READERS = Number(process.env['READERS'] ?? 500);
const PER_SECOND = 5_000;
const ROUNDS = 6;
const ROUND_MS = 4_000;
const ASK_EVERY_MS = 20;
const SCOPE = '{"kind":"all"}';
const floor = await openTrialFloor(() => JSON.parse(SCOPE));
const took: Record<'quiet' | 'burst' | 'beside', number[]> = { quiet: [], burst: [], beside: [] };
const TURNS = ['quiet', 'burst', 'beside'] as const;
let changes = 0;

try {
  await startAfresh(floor);
  floor.hub.close(); // The one under trial is a process of its own.
  for (let store = 0; store < 20; store += 1) await sell(floor.redis, `S-${store}`, 1n);
  const served = await serve('hub', floor.redisServer.url, SCOPE, READERS);
  const idle = await serve('bare', floor.redisServer.url, SCOPE, 0);
  const rssBefore = (await served.cost('collect')).rss;
  for (let round = 0; round < TURNS.length * ROUNDS; round += 1) {
    const turn = TURNS[round % TURNS.length] ?? 'quiet';
    const into = took[turn];
    const address = `http://127.0.0.1:${turn === 'beside' ? idle.port : served.port}/plain`;
    const selling = turn !== 'quiet' ? thread<number>('./burst-seller.ts', { perSecond: PER_SECOND }) : 0;
    into.push(...(await thread<number[]>('./burst-asker.ts', { address, everyMs: ASK_EVERY_MS })));
    changes += await selling;
    await sleep(500);
  }
  const grown = ((await served.cost('collect')).rss - rssBefore) / 2 ** 20;
  const of = (values: number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
  const quantiles = (share: number) => ({
    quiet: of(took.quiet, share),
    burst: of(took.burst, share),
    beside: of(took.beside, share),
  });
  const report = {
    readers: READERS,
    changesPerSecond: changes / ((2 * ROUNDS * ROUND_MS) / 1_000),
    p50Ms: quantiles(0.5),
    p99Ms: quantiles(0.99),
    p99Ratio: {
      quiet: of(took.burst, 0.99) / of(took.quiet, 0.99),
      beside: of(took.burst, 0.99) / of(took.beside, 0.99),
    },
    grownMiB: grown,
  };
  console.log(JSON.stringify(report, (_, it) => (typeof it === 'number' ? Math.round(it * 100) / 100 : it)));
  await served.end();
  await idle.end();
} finally {
  await floor.close();
}

/** Sellers and askers are threads of their own, so that what is measured is the server and not who measures. */
async function thread<Told>(file: string, words: object): Promise<Told> {
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: { url: floor.redisServer.url, forMs: ROUND_MS, ...words },
  });
  const [told] = (await once(worker, 'message')) as [Told];
  return told;
}
