import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Redis } from 'ioredis';
import type { PriceDecision } from '#lib/price-decision.ts';
import { PRICE_DECISIONS, PRICE_STANDING } from '#server/shared/ledger-keys.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { PriceLedger } from './price-ledger.ts';
import { LedgerUnavailableError } from './reach.ts';

const ID = 'P-0101@2026-11-22@2149';
const decision = (change: Partial<PriceDecision> = {}): PriceDecision => ({
  ...{ at: '2026-11-23T10:00:00.000Z', personId: 'e', account: 'erin@contoso.test', recommendationId: ID },
  ...{ productId: 'P-0101', productName: 'Oak Mixing Bowl', action: 'approve', outcome: 'waiting' },
  ...{ priceNow: 1999, recommendedPrice: 2149, price: 2149, reason: '', horizonDays: 28 },
  ...{ units: null, margin: { mean: 4_000.5, lower: 3_000, upper: 5_000 } },
  ...change,
});
const NOTHING = { last: null, kept: '' };

describe('the ledger of prices', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prices-'));
  let server: RedisServer;
  let redis: Redis;
  let ledger: PriceLedger;
  before(async () => {
    server = await startRedisServer({ folder, port: await freePort() });
    redis = connectRedis(server.url, { name: 'test' });
    ledger = new PriceLedger(redis);
  });
  after(async () => {
    redis.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => redis.flushall());

  test('keeps every decision, and says how it stands with a recommendation', async () => {
    assert.deepEqual(await ledger.standings([ID, 'other']), [NOTHING, NOTHING]);
    assert.equal(await ledger.append(decision(), NOTHING), true);
    const [standing] = await ledger.standings([ID]);
    assert.deepEqual(standing?.last, decision());
    const seconded = decision({ personId: 'p', account: 'petra@contoso.test', outcome: 'approved' });
    assert.equal(await ledger.append(seconded, standing ?? NOTHING), true);
    const { decisions, truncated } = await ledger.list();
    assert.deepEqual([decisions, truncated], [[seconded, decision()], false]);
  });

  test('of many who decide the same at once, one is written and the others are told', async () => {
    const people = Array.from({ length: 20 }, (_, at) => decision({ personId: `person ${at}` }));
    const written = await Promise.all(people.map((one) => new PriceLedger(redis).append(one, NOTHING)));
    assert.equal(written.filter(Boolean).length, 1);
    assert.equal(await redis.xlen(PRICE_DECISIONS), 1);
  });

  test('outlives a restart of Redis', async () => {
    await ledger.append(decision(), NOTHING);
    redis.disconnect();
    const { url } = server;
    await server.stop();
    server = await startRedisServer({ folder, port: Number(new URL(url).port) });
    redis = connectRedis(server.url, { name: 'test' });
    ledger = new PriceLedger(redis);
    assert.deepEqual((await ledger.standings([ID]))[0]?.last, decision());
    assert.equal((await ledger.list()).decisions.length, 1);
  });

  test('guesses nothing of an entry it did not write', async () => {
    await redis.hset(PRICE_STANDING, ID, '{"outcome":"approved"}');
    await assert.rejects(ledger.standings([ID]), LedgerUnavailableError);
    const nowhere = connectRedis(`redis://127.0.0.1:${await freePort()}`, { name: 'nowhere' });
    await assert.rejects(new PriceLedger(nowhere).list(), LedgerUnavailableError);
    nowhere.disconnect();
  });
});
