import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { partitionOf } from '#lib/partition.ts';
import type { RowScope } from '#lib/scope.ts';
import { CLOCK_KEY, changesStream } from '#server/shared/redis-keys.ts';
import {
  CLOCK,
  connect,
  is,
  newHub,
  openTrialFloor,
  says,
  sell,
  startAfresh,
  type TrialFloor,
} from './trial-floor.ts';

let floor: TrialFloor;
let redis: Redis;

before(async () => {
  floor = await openTrialFloor(
    (store) => (store ? { kind: 'stores', storeIds: [store] } : { kind: 'all' }) as RowScope,
  );
  redis = floor.redis;
});
beforeEach(() => startAfresh(floor));
after(() => floor.close());

/** A reader that saw the whole and left; answers where it stood. */
async function leaveAt(path: string): Promise<string> {
  await floor.hub.known(2_000);
  const reader = await connect(floor, path);
  const { id } = await reader.until(is('reset'));
  reader.leave();
  return id ?? '';
}

const storesOf = (message: { data: { stores?: readonly { storeId: string }[] } }) =>
  message.data.stores?.map(({ storeId }) => storeId).sort();

describe('a reader that comes back', () => {
  test('goes on where it was: the sums are whole, the stores are those that changed', async () => {
    for (const store of ['S1', 'S2', 'S3']) await sell(redis, store, 100n);
    const stood = await leaveAt('/');
    await sell(redis, 'S2', 150n);
    const reader = await connect(floor, '/', stood);
    const first = await reader.until(({ data }) => data.netSales !== undefined);
    assert.deepEqual([first.event, first.data.netSales, storesOf(first)], ['sales', '350', ['S2']]);
    assert.deepEqual(first.data.hours, [{ hour: 14, netSales: '350', transactions: 3, units: 6 }]);
    reader.leave();
  });

  test('goes on at another process, or after this one started again', async () => {
    await sell(redis, 'S1', 100n);
    await sell(redis, 'S2', 100n);
    const stood = await leaveAt('/');
    floor.hub.close();
    await sell(redis, 'S1', 120n);
    floor.hub = newHub(floor.redisServer.url);
    const reader = await connect(floor, '/', stood);
    const first = await reader.until(({ data }) => data.netSales !== undefined && data.netSales !== '200');
    assert.deepEqual([first.data.netSales, storesOf(first)?.includes('S1')], ['220', true]);
    reader.leave();
  });

  test('begins anew where its place was trimmed away, was never ours, or is of another day', async () => {
    await sell(redis, 'S1', 100n);
    await sell(redis, 'S2', 100n);
    const stood = await leaveAt('/');
    await redis.xtrim(changesStream(partitionOf('S1')), 'MAXLEN', 0);
    const invented = stood.replaceAll(/\d+-\d+/g, '9999999999999-0');
    for (const place of [stood, invented, stood.replace('2010', '2009'), 'nonsense']) {
      const reader = await connect(floor, '/', place);
      const first = await reader.until(({ data }) => data.netSales !== undefined);
      assert.deepEqual([first.event, storesOf(first)], ['reset', ['S1', 'S2']], place);
      reader.leave();
    }
  });

  test('is told the whole after Redis lost what it had been told', async () => {
    await sell(redis, 'S1', 100n);
    await floor.hub.known(2_000);
    const reader = await connect(floor, '/');
    await reader.until(says('100'));
    await redis.flushall();
    await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    while ((await redis.ping().catch(() => '')) !== 'PONG') await sleep(20);
    await reader.until(({ data }) => data.state !== undefined);
    await redis.set(CLOCK_KEY, JSON.stringify(CLOCK));
    await sell(redis, 'S2', 10n);
    const whole = await reader.until(is('reset'));
    if (whole.data.netSales !== '10') await reader.until(says('10'));
    assert.equal(storesOf(whole)?.includes('S1'), false);
    reader.leave();
  });

  test('in a crowd of a thousand costs one look at the streams', async () => {
    for (const store of ['S1', 'S2', 'S3', 'S4']) await sell(redis, store, 100n);
    const stood = await leaveAt('/');
    await sell(redis, 'S1', 101n);
    await floor.hub.known(2_000);
    await sleep(300);
    const looks = async () =>
      Number(/cmdstat_xrange:calls=(\d+)/.exec(await redis.info('commandstats'))?.[1] ?? 0);
    const before = await looks();
    const signal = new AbortController().signal;
    const streams = Array.from({ length: 1_000 }, () =>
      floor.hub.listen({ kind: 'all' } as RowScope, {
        signal,
        until: Date.now() + 60_000,
        lastEventId: stood,
      }),
    );
    for (const stream of streams) {
      const reader = stream.getReader();
      await reader.read();
      assert.match(Buffer.from((await reader.read()).value ?? []).toString(), /event: (sales|beat)/);
      await reader.cancel();
    }
    const partitions = stood.split(/[/,]/).filter((entry) => entry !== '0-0').length - 1;
    assert.ok((await looks()) - before <= partitions, `${(await looks()) - before} looks`);
  });
});
