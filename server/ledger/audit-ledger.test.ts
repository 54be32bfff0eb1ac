import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Redis } from 'ioredis';
import type { AuditRecord } from '#lib/audit.ts';
import { AUDIT_STREAM } from '#server/shared/access-keys.ts';
import { connectRedis } from '#server/shared/redis.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { AuditLedger } from './audit-ledger.ts';
import { LedgerUnavailableError } from './reach.ts';

const record = (subject: string, changes: Partial<AuditRecord> = {}): AuditRecord => ({
  at: '2026-11-23T12:00:00.000Z',
  personId: 'person-1',
  account: 'max@contoso.test',
  action: 'open',
  subject,
  scope: 'stores:["S-003"]',
  from: '127.0.0.1',
  outcome: 'refused',
  code: 'OUT_OF_SCOPE',
  ...changes,
});

describe('the audit ledger', () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
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
  beforeEach(() => redis.flushall());

  const ids = async () => (await redis.xrange(AUDIT_STREAM, '-', '+')).map(([id]) => id);
  const three = async () => {
    const ledger = new AuditLedger(redis);
    for (const subject of ['a', 'b', 'c']) await ledger.append(record(subject));
    return ledger;
  };

  test('is whole while nobody touches it, and says its head', async () => {
    const ledger = await three();
    const hash = await ledger.append(record('d'));
    assert.deepEqual(await ledger.verify(), { head: hash, count: 4, brokenAt: null });
  });

  test('stays one chain while several processes write at once', async () => {
    const ledgers = Array.from({ length: 4 }, () => new AuditLedger(redis));
    await Promise.all(Array.from({ length: 80 }, (_, at) => ledgers[at % 4]?.append(record(`record ${at}`))));
    const { count, brokenAt } = await new AuditLedger(redis).verify();
    assert.deepEqual([count, brokenAt], [80, null]);
  });

  test('shows a record that was changed, left out, or put in', async () => {
    const tamper: Record<string, () => Promise<unknown>> = {
      'left out': async () => redis.xdel(AUDIT_STREAM, (await ids())[1] ?? ''),
      'first left out': async () => redis.xdel(AUDIT_STREAM, (await ids())[0] ?? ''),
      'put in': async () =>
        redis.xadd(AUDIT_STREAM, '*', 'record', JSON.stringify(record('x')), 'hash', 'f'.repeat(64)),
      changed: async () => {
        const [id, fields] = (await redis.xrange(AUDIT_STREAM, '-', '+')).at(-1) ?? ['', []];
        await redis.xdel(AUDIT_STREAM, id);
        const next = id.replace(/\d+$/, (sequence) => String(Number(sequence) + 1));
        await redis.xadd(AUDIT_STREAM, next, ...fields.map((text) => text.replace('"c"', '"C"')));
      },
    };
    for (const [what, touch] of Object.entries(tamper)) {
      await redis.flushall();
      const ledger = await three();
      await touch();
      assert.notEqual((await ledger.verify()).brokenAt, null, what);
    }
  });

  test('shows a lost end only against a head kept elsewhere', async () => {
    const ledger = await three();
    const { head } = await ledger.verify();
    await redis.xdel(AUDIT_STREAM, (await ids()).at(-1) ?? '');
    const { head: left, brokenAt } = await ledger.verify();
    assert.equal(brokenAt, null);
    assert.notEqual(left, head);
  });

  test('lists newest first, by person, action, outcome and day', async () => {
    const ledger = await three();
    await ledger.append(record('page', { account: 'Erin@contoso.test', outcome: 'done', code: '' }));
    const subjects = async (filter: Parameters<AuditLedger['list']>[0]) =>
      (await ledger.list(filter)).records.map(({ subject }) => subject);
    assert.deepEqual(await subjects({}), ['page', 'c', 'b', 'a']);
    assert.deepEqual(await subjects({ person: 'erin' }), ['page']);
    assert.deepEqual(await subjects({ outcome: 'refused', person: 'person-1' }), ['c', 'b', 'a']);
    assert.deepEqual(await subjects({ action: 'sign-in' }), []);
    assert.deepEqual(await subjects({ day: new Date().toISOString().slice(0, 10), person: 'erin' }), [
      'page',
    ]);
    assert.deepEqual(await subjects({ day: '2020-01-01' }), []);
  });

  test('says where it stops listing', async () => {
    const ledger = new AuditLedger(redis);
    for (let at = 0; at < 101; at++) await ledger.append(record(String(at)));
    const { records, truncated } = await ledger.list({});
    assert.deepEqual([records.length, truncated], [100, true]);
  });

  test('says so when a record could not be written', async () => {
    const nowhere = connectRedis(`redis://127.0.0.1:${await freePort()}`, { name: 'nowhere' });
    await assert.rejects(new AuditLedger(nowhere).append(record('a')), LedgerUnavailableError);
    nowhere.disconnect();
  });
});
