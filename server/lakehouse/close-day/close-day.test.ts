import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Redis } from 'ioredis';
import { addDays, type BusinessDate } from '#lib/business-date.ts';
import { partitionOf } from '#lib/partition.ts';
import type { PosEvent, StockEvent, Ticket } from '#lib/pos-event.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { acceptedKey, closedKey, dayKey, GOLD_VERSION } from '#server/shared/redis-keys.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { buildLake } from '../build-lake.ts';
import { DEFAULT_CHAIN } from '../chain/chain-plan.ts';
import { generatedChain } from '../chain/source.ts';
import { currentBuild, currentBuildId } from '../lake-folders.ts';
import { onlineRetail } from '../online-retail/source.ts';
import { readTemplateDay } from '../read-day.ts';
import { readLakeStatus } from '../read-status.ts';
import { askLake, trialEffects, trialFolder, writeInvoices } from '../trial.ts';
import { closeDay } from './close-day.ts';

const PLAN = { ...DEFAULT_CHAIN, stores: 3, products: 40, days: 40 };
const folder = mkdtempSync(join(tmpdir(), 'close-day-'));
let server: RedisServer;
let redis: Redis;

before(async () => {
  server = await startRedisServer({ folder, port: await freePort() });
  redis = connectRedis(server.url, { name: 'test' });
});
after(async () => {
  redis.disconnect();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** What the hot path leaves of events it has counted. */
async function accept(date: BusinessDate, events: readonly PosEvent[]): Promise<void> {
  for (const event of events) {
    const { storeId, transactionId } = event;
    const partition = partitionOf(storeId);
    await redis.hset(acceptedKey(partition, date), `${storeId}/${transactionId}`, JSON.stringify(event));
    const net = event.lines.reduce((sum, line) => sum + Number('netAmount' in line ? line.netAmount : 0), 0);
    await redis.hincrby(dayKey(partition, date), `netSales:${storeId}`, net);
  }
}

async function sampleDay(root: string, date: BusinessDate): Promise<Ticket[]> {
  const template = await readTemplateDay(root, 'usual');
  return template.map((ticket) => ({
    ...ticket,
    transactionId: `${date}/${ticket.transactionId}`,
    businessDate: date,
    eventTime: `${date}${ticket.eventTime.slice(10)}`,
  }));
}

/** Net sales by store in pence, from the events themselves. */
function netByStore(events: readonly Ticket[]): Record<string, string> {
  const sums = new Map<string, bigint>();
  for (const { storeId, lines } of events)
    for (const { netAmount } of lines) sums.set(storeId, (sums.get(storeId) ?? 0n) + BigInt(netAmount));
  return Object.fromEntries([...sums].sort().map(([store, sum]) => [store, String(sum)]));
}

async function closedNet(root: string, date: BusinessDate): Promise<Record<string, string>> {
  const rows = await askLake(
    root,
    `SELECT store_id, CAST(CAST(sum(net_sales) * 100 AS bigint) AS varchar) AS net FROM gold.store_day
    WHERE business_date = '${date}' GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ store_id, net }) => [String(store_id), String(net)]));
}

describe('the close of day', () => {
  test('takes exactly what was accepted into gold, then the days after it, then what came late', async (t) => {
    const root = trialFolder(t);
    const effects = trialEffects();
    await buildLake(root, generatedChain(PLAN), effects);
    const { lastClosedDate } = await readLakeStatus(root);
    const [first, second] = [addDays(lastClosedDate, 1), addDays(lastClosedDate, 2)];
    assert.equal(await closeDay(root, redis, effects), null, 'a day without an event stays open');

    const tickets = await sampleDay(root, first);
    assert.ok(tickets.length > 50);
    const last = tickets.pop() ?? assert.fail();
    // Rung up after midnight on the day still open.
    tickets.push({ ...last, eventTime: `${second}T00:30:00` });
    const counted = tickets[0] ?? assert.fail();
    const count: StockEvent = {
      ...{ transactionId: 'count', kind: 'count', storeId: counted.storeId, businessDate: first },
      eventTime: `${first}T23:00:00`,
      lines: [{ productId: counted.lines[0]?.productId ?? '', quantity: 77 }],
    };
    await accept(first, tickets);
    await accept(first, [count]);
    assert.equal(await closeDay(root, redis, effects), first);
    assert.deepEqual(await closedNet(root, first), netByStore(tickets));
    const { buildId } = JSON.parse((await redis.get(GOLD_VERSION)) ?? '{}');
    assert.equal(buildId, currentBuildId(root));
    for (const [store, net] of Object.entries(netByStore(tickets)))
      assert.equal(await redis.hget(closedKey(first), store), `${net}/${net}`);

    const onShelf = async () => {
      const [row] = await askLake(
        root,
        `SELECT CAST(on_hand AS varchar) AS units FROM gold.inventory_positions
        WHERE store_id = '${count.storeId}' AND product_id = '${count.lines[0]?.productId}'`,
      );
      return Number(row?.['units']);
    };
    assert.equal(await onShelf(), 77, 'a count is what there is');

    const next = await sampleDay(root, second);
    const late: Ticket = {
      transactionId: 'late',
      storeId: counted.storeId,
      businessDate: first,
      eventTime: `${first}T18:59:59`,
      lines: [{ productId: counted.lines[0]?.productId ?? '', quantity: 3, netAmount: '1000' }],
    };
    await accept(first, [late]);
    await accept(second, next);
    const onHand = `SELECT CAST(sum(on_hand) AS varchar) AS units FROM gold.inventory_positions`;
    const [before] = await askLake(root, onHand);
    effects.lines.length = 0;
    assert.equal(await closeDay(root, redis, effects), second);
    assert.deepEqual(await closedNet(root, second), netByStore(next));
    assert.deepEqual(await closedNet(root, first), netByStore([...tickets, late]));
    assert.match(effects.lines.join('\n'), /opened again: \d{4}-\d\d(, \d{4}-\d\d)?$/m);
    // What was sold before a count was gone when it was taken, however late it is told.
    const sold = next.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0);
    const [afterwards] = await askLake(root, onHand);
    assert.equal(Number(before?.['units']) - Number(afterwards?.['units']), sold);
    assert.equal(readdirSync(join(currentBuild(root), 'bronze/pos/pos_events')).length, 2);

    const served = currentBuildId(root);
    assert.equal(await closeDay(root, redis, effects), null, 'what is closed is not closed again');
    assert.equal(currentBuildId(root), served);
    const kept = await askLake(root, 'SELECT count(*) AS days FROM gold.calendar');
    assert.ok(Number(kept[0]?.['days']) >= PLAN.days + 2);
  });

  test('is for a chain with a shop floor: the days of a lake of files are imported', async (t) => {
    const root = trialFolder(t);
    const row = '1,22423,CAKESTAND,1,2010-12-08 10:00:00,12.75,17850.0,United Kingdom';
    await buildLake(root, onlineRetail(writeInvoices(trialFolder(t), 'days.csv', [row])), trialEffects());
    const date = addDays((await readLakeStatus(root)).lastClosedDate, 1);
    const lines = [{ productId: '22423', quantity: 1, netAmount: '1275' }];
    await accept(date, [
      { transactionId: 'T1', storeId: 'ONLINE', businessDate: date, eventTime: `${date}T10:00:00`, lines },
    ]);
    await assert.rejects(closeDay(root, redis, trialEffects()), { code: 'NOT_CLOSABLE' });
  });
});
