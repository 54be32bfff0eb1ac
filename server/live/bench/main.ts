// node --conditions=react-server server/live/bench/main.ts: a stream to 1,000 readers against bare node:http writing the
// same bytes, turn by turn in one run, so that what else the machine does falls on both. READERS and ROUNDS change that.
import { setTimeout as sleep } from 'node:timers/promises';
import { openTrialFloor, sell, startAfresh } from '../trial-floor.ts';
import { type Served, serve } from './served.ts';

const READERS = Number(process.env['READERS'] ?? 1_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 20);
const TICKS = 10;
const EVERY_MS = 130;
const STORES = 20;
const SCOPE = '{"kind":"all"}';

/** Processor time of some ticks, microseconds a reader and event. */
async function costOf(served: Served, tick: () => Promise<void> | void): Promise<number> {
  const before = await served.cost();
  for (let at = 0; at < TICKS; at += 1) {
    await tick();
    await sleep(EVERY_MS);
  }
  return ((await served.cost()).cpu - before.cpu) / (TICKS * READERS);
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const floor = await openTrialFloor(() => JSON.parse(SCOPE));
try {
  await startAfresh(floor);
  const { url } = floor.redisServer;
  for (let store = 0; store < STORES; store += 1) await sell(floor.redis, `S-${store}`, 100n);
  const empty = await serve('empty', url, SCOPE, READERS);
  await empty.end();
  const [hub, bare] = [await serve('hub', url, SCOPE, READERS), await serve('bare', url, SCOPE, READERS)];
  hub.takeBytes();
  let turn = 0n;
  let bytes = 1_000;
  const rounds: { hub: number; bare: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const streamed = await costOf(hub, () => {
      turn += 1n;
      return sell(floor.redis, `S-${Number(turn) % STORES}`, 100n + turn);
    });
    bytes = Math.round(hub.takeBytes() / (TICKS * READERS));
    const written = await costOf(bare, () => bare.write(bytes));
    if (round > 0) rounds.push({ hub: streamed, bare: written }); // The first one warms both up.
  }
  await Promise.all([hub.end(), bare.end()]);
  const sum = (of: 'hub' | 'bare') => rounds.reduce((total, round) => total + round[of], 0) / rounds.length;
  const report = {
    readers: READERS,
    events: ROUNDS * TICKS,
    bytesPerEvent: bytes,
    cpuMicros: { hub: sum('hub'), bare: sum('bare') },
    cpuRatio: sum('hub') / sum('bare'),
    cpuRatioMedian: median(rounds.map((round) => round.hub / round.bare)),
    kilobytesPerReader: {
      hub: hub.kilobytesPerReader,
      empty: empty.kilobytesPerReader,
      bare: bare.kilobytesPerReader,
    },
    memoryRatio: hub.kilobytesPerReader / empty.kilobytesPerReader,
  };
  console.log(
    JSON.stringify(report, (_, it) => (typeof it === 'number' ? Math.round(it * 100) / 100 : it), 2),
  );
} finally {
  await floor.close();
}
