import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Redis } from 'ioredis';
import { businessDate } from '#lib/business-date.ts';
import { type KeptNote, MOST_NOTES_OF_A_DAY } from '#lib/sales-note.ts';
import { NOTES_STANDING, NOTES_WRITTEN } from '#server/shared/ledger-keys.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { NoteLedger } from './note-ledger.ts';
import { LedgerUnavailableError } from './reach.ts';

const note = (change: Partial<KeptNote> = {}): KeptNote => ({
  ...{ id: 'n1', day: businessDate('2026-11-20'), storeIds: ['S-003'], text: 'Street closed “{a|b}” 🚧' },
  ...{ personId: 'm', account: 'max@contoso.test', at: '2026-11-21T08:00:00.000Z' },
  ...change,
});
const days = (from: string, to = from) => ({ from: businessDate(from), to: businessDate(to) });
const NOVEMBER = days('2026-11-01', '2026-11-30');
const NOW = '2026-11-22T08:00:00.000Z';

describe('the ledger of notes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notes-'));
  let server: RedisServer;
  let redis: Redis;
  let ledger: NoteLedger;
  before(async () => {
    server = await startRedisServer({ folder, port: await freePort() });
    redis = connectRedis(server.url, { name: 'test' });
    ledger = new NoteLedger(redis);
  });
  after(async () => {
    redis.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => redis.flushall());

  test('finds a note on its day and on no other', async () => {
    const earlier = note({ id: 'n2', day: businessDate('2026-11-02'), storeIds: null });
    assert.deepEqual(await ledger.list(NOVEMBER), []);
    assert.deepEqual([await ledger.write(note()), await ledger.write(earlier)], [true, true]);
    assert.deepEqual(await ledger.list(NOVEMBER), [earlier, note()]);
    assert.deepEqual(await ledger.list(days('2026-11-20')), [note()]);
    assert.deepEqual(await ledger.list(days('2026-11-03', '2026-11-19')), []);
    assert.deepEqual([await ledger.find('n1'), await ledger.find('n3')], [note(), null]);
  });

  test('takes a withdrawn one away once, and keeps that it was written', async () => {
    await ledger.write(note());
    assert.deepEqual(await Promise.all([ledger.withdraw(note(), NOW), ledger.withdraw(note(), NOW)]), [
      true,
      false,
    ]);
    assert.deepEqual([await ledger.list(NOVEMBER), await ledger.find('n1')], [[], null]);
    const kept = (await redis.xrange(NOTES_WRITTEN, '-', '+')).map(([, fields]) => fields);
    assert.deepEqual(kept, [
      ['note', JSON.stringify(note())],
      ['withdrawn', 'n1', 'at', NOW],
    ]);
  });

  test('has room for so many of one person on one day, however fast they are written', async () => {
    const many = Array.from({ length: 2 * MOST_NOTES_OF_A_DAY }, (_, at) => note({ id: `n${at}` }));
    const written = await Promise.all(many.map((one) => ledger.write(one)));
    assert.equal(written.filter(Boolean).length, MOST_NOTES_OF_A_DAY);
    assert.equal(await ledger.write(note({ id: 'other', personId: 'e' })), true);
    assert.equal(await ledger.write(note({ id: 'next', day: businessDate('2026-11-21') })), true);
    await ledger.withdraw(note({ id: 'n0' }), NOW);
    assert.equal(await ledger.write(note({ id: 'again' })), true);
  });

  test('outlives a restart of Redis', async () => {
    await ledger.write(note());
    redis.disconnect();
    const { url } = server;
    await server.stop();
    server = await startRedisServer({ folder, port: Number(new URL(url).port) });
    redis = connectRedis(server.url, { name: 'test' });
    ledger = new NoteLedger(redis);
    assert.deepEqual(await ledger.list(NOVEMBER), [note()]);
  });

  test('guesses nothing of an entry it did not write', async () => {
    await ledger.write(note());
    await redis.hset(NOTES_STANDING, 'n1', '{"text":"x"}');
    await assert.rejects(ledger.list(NOVEMBER), LedgerUnavailableError);
    await assert.rejects(ledger.find('n1'), LedgerUnavailableError);
    const nowhere = connectRedis(`redis://127.0.0.1:${await freePort()}`, { name: 'nowhere' });
    await assert.rejects(new NoteLedger(nowhere).list(NOVEMBER), LedgerUnavailableError);
    nowhere.disconnect();
  });
});
