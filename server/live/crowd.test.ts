import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RowScope } from '#lib/scope.ts';
import { startRedisServer } from '#server/shared/redis-server.ts';
import { LiveHub } from './live-hub.ts';
import { connect, is, openTrialFloor, says, sell, startAfresh, type TrialFloor } from './trial-floor.ts';

let floor: TrialFloor;
let dials = 0;

before(async () => {
  floor = await openTrialFloor(() => ({ kind: 'all' }) as RowScope);
  floor.http.on('connection', () => {
    dials += 1;
  });
});
beforeEach(() => startAfresh(floor));
after(() => floor.close());

async function crowd(size: number) {
  await floor.hub.known(2_000);
  dials = 0;
  const readers = await Promise.all(Array.from({ length: size }, () => connect(floor, '/')));
  await Promise.all(readers.map((reader) => reader.until(is('reset'))));
  return readers;
}

describe('a crowd of readers', () => {
  test('sees its figures freeze while Redis is killed, catches up exactly, and nobody dials again', async () => {
    await sell(floor.redis, 'S1', 100n);
    const readers = await crowd(500);
    floor.redisServer.child.kill('SIGKILL');
    await Promise.all(readers.map((reader) => reader.until(({ data }) => data.state === 'offline')));
    floor.redisServer = await startRedisServer({ folder: floor.folder, port: floor.redisServer.port });
    while ((await floor.redis.ping().catch(() => '')) !== 'PONG') await sleep(20);
    await sell(floor.redis, 'S1', 300n);
    await sell(floor.redis, 'S2', 50n);
    await Promise.all(readers.map((reader) => reader.until(says('350'))));
    assert.equal(dials, readers.length);
    for (const reader of readers) reader.leave();
  });

  test('hears the newest of a burst of five thousand changes, in at most a message each tenth of a second', async () => {
    const readers = await crowd(100);
    const startedAt = Date.now();
    for (let sent = 0; sent < 5_000; sent += 250)
      await Promise.all(
        Array.from({ length: 250 }, (_, at) => sell(floor.redis, `S${at % 20}`, BigInt(sent + at + 1))),
      );
    const total = String(Array.from({ length: 20 }, (_, store) => newestOf(store)).reduce((a, b) => a + b));
    const messages = readers.map(() => 0);
    await Promise.all(
      readers.map((reader, at) =>
        reader.until((message) => {
          if (message.data.netSales !== undefined) messages[at] = (messages[at] ?? 0) + 1;
          return message.data.netSales === total;
        }),
      ),
    );
    const tenths = Math.ceil((Date.now() - startedAt) / 100);
    assert.ok(Math.max(...messages) <= tenths + 2, `${Math.max(...messages)} messages in ${tenths} tenths`);
    for (const reader of readers) reader.leave();
  });
});

/** What the burst says last of a store: the last of 5,000 ascending figures dealt to twenty stores in turns of 250. */
function newestOf(store: number): number {
  let newest = 0;
  for (let sent = 0; sent < 5_000; sent += 250)
    for (let at = store; at < 250; at += 20) newest = sent + at + 1;
  return newest;
}

test('A Redis that was never there is dialled ever more rarely, and not in a circle', async () => {
  let dialled = 0;
  const refusing = createServer((socket) => {
    dialled += 1;
    socket.destroy();
  });
  refusing.listen(0, '127.0.0.1');
  await once(refusing, 'listening');
  const { port } = refusing.address() as { port: number };
  const hub = new LiveHub({ url: `redis://127.0.0.1:${port}`, now: Date.now });
  const counted: number[] = [];
  for (let second = 0; second < 4; second += 1) {
    const before = dialled;
    await sleep(1_000);
    counted.push(dialled - before);
  }
  hub.close();
  refusing.close();
  assert.ok(dialled > 0);
  // Five connections of a hub: each a few times at first, then about once a second.
  assert.ok(counted.every((dials) => dials <= 25) && (counted.at(-1) ?? 0) <= 10, String(counted));
});
