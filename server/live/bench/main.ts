// node --conditions=react-server server/live/bench/main.ts: a stream to 1,000 readers against bare node:http writing the
// same bytes, in one run. READERS and TICKS change that.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openTrialFloor, sell, startAfresh } from '../trial-floor.ts';
import type { Cost } from './stream-server.ts';

const READERS = Number(process.env['READERS'] ?? 1_000);
const TICKS = Number(process.env['TICKS'] ?? 100);
const EVERY_MS = 150;
const STORES = 20;

/** Asks a server what it has cost so far. */
async function costOf(child: ChildProcess): Promise<Cost> {
  child.send('cost');
  const [cost] = (await once(child, 'message')) as [Cost];
  return cost;
}

interface Outcome {
  readonly cpuMicrosPerEvent: number;
  readonly kilobytesPerReader: number;
  readonly bytesPerEvent: number;
}

async function measure(
  mode: string,
  args: string[],
  tick: (child: ChildProcess) => Promise<void>,
): Promise<Outcome> {
  const child = fork(join(import.meta.dirname, 'stream-server.ts'), [mode, ...args], {
    execArgv: ['--conditions=react-server', '--expose-gc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  await sleep(500);
  const empty = await costOf(child);
  const sockets: Socket[] = [];
  let bytes = 0;
  for (let reader = 0; reader < READERS; reader += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('data', (chunk) => {
      bytes += chunk.length;
    });
    await once(socket, 'connect');
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    sockets.push(socket);
  }
  await sleep(1_500);
  const full = await costOf(child);
  bytes = 0;
  for (let at = 0; at < TICKS; at += 1) {
    await tick(child);
    await sleep(EVERY_MS);
  }
  await sleep(500);
  const after = await costOf(child);
  for (const socket of sockets) socket.destroy();
  child.kill();
  const events = TICKS * READERS;
  return {
    cpuMicrosPerEvent: (after.cpu - full.cpu) / events,
    kilobytesPerReader: (full.rss - empty.rss) / READERS / 1_024,
    bytesPerEvent: bytes / events,
  };
}

const scope = '{"kind":"all"}';
const floor = await openTrialFloor(() => JSON.parse(scope));
try {
  await startAfresh(floor);
  for (let store = 0; store < STORES; store += 1) await sell(floor.redis, `S-${store}`, 100n);
  let turn = 0n;
  const hub = await measure('hub', [floor.redisServer.url, scope], () => {
    turn += 1n;
    return sell(floor.redis, `S-${Number(turn) % STORES}`, 100n + turn);
  });
  const bare = await measure('bare', ['', scope, String(Math.round(hub.bytesPerEvent))], async (child) => {
    child.send('tick');
  });
  const cpuRatio = hub.cpuMicrosPerEvent / bare.cpuMicrosPerEvent;
  const report = { readers: READERS, ticks: TICKS, hub, bare, cpuRatio };
  console.log(
    JSON.stringify(report, (_, it) => (typeof it === 'number' ? Math.round(it * 100) / 100 : it), 2),
  );
} finally {
  await floor.close();
}
