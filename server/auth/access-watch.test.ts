import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROLES } from '#lib/roles.ts';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';
import { authorityEnds, freshAccess, knownAccess } from './access.ts';
import { blockPerson, endSession, liftBlock, mapPerson } from './access-records.ts';
import { AccessWatch } from './access-watch.ts';
import { authorityOf } from './authority.ts';
import { AuthorityUnknownError } from './refusals.ts';

const MINUTE_MS = 60_000;
const session = (id: string) => ({
  id,
  person: { id: `person of ${id}`, name: 'Max', account: 'max@contoso.test' },
  roles: ['store-manager'],
  stores: ['S-003'],
  regions: [],
  signedInAt: 0,
  expiresAt: Date.now() / 1_000 + 3_600,
});
const entry = { account: 'max@contoso.test', by: 'adam@contoso.test', at: '2026-11-23T12:00:00Z' };

describe('what our records say reaches everything that is open', () => {
  const folder = mkdtempSync(join(tmpdir(), 'access-'));
  let server: RedisServer;
  let watch: AccessWatch;
  let elapsed = 0;
  const now = () => Date.now() + elapsed;
  before(async () => {
    server = await startRedisServer({ folder, port: await freePort() });
  });
  beforeEach(async () => {
    elapsed = 0;
    watch = new AccessWatch({ url: server.url, now, everyMs: 50 });
    await watch.known();
  });
  afterEach(() => watch.close());
  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  /** A stream opened by this session; the signal that ends it. */
  const open = (id: string) => {
    const authority = authorityOf(session(id), ROLES, watch.records);
    return authorityEnds(authority, watch, now);
  };
  const within = async (signal: AbortSignal, ms: number) => {
    for (const deadline = Date.now() + ms; !signal.aborted && Date.now() < deadline; ) await sleep(10);
    return signal.aborted;
  };

  test('a sign-out, a block and another mapping end their own streams and nobody else’s', async () => {
    const changes: Record<string, () => Promise<void>> = {
      a: () => endSession(watch.redis, 'a', session('a').expiresAt, new Date()),
      b: () => blockPerson(watch.redis, 'person of b', entry),
      c: () => mapPerson(watch.redis, 'person of c', { stores: ['S-004'], regions: [] }),
    };
    const bystander = open('bystander');
    for (const [id, change] of Object.entries(changes)) {
      const signal = open(id);
      await change();
      assert.equal(await within(signal, 1_000), true, id);
    }
    assert.equal(bystander.aborted, false);
  });

  test('a mapping that says the same stores ends nothing', async () => {
    const signal = open('d');
    await mapPerson(watch.redis, 'person of d', { stores: ['S-003'], regions: [] });
    assert.equal(await within(signal, 300), false);
  });

  test('a lifted block lets the person in again', async () => {
    await blockPerson(watch.redis, 'person of e', entry);
    await freshAccess(watch);
    assert.equal(watch.records.blocked.has('person of e'), true);
    await liftBlock(watch.redis, 'person of e');
    await freshAccess(watch);
    assert.equal(watch.records.blocked.has('person of e'), false);
  });

  test('without Redis reading goes on for fifteen minutes, and what cannot be taken back not at all', async () => {
    const signal = open('f');
    await server.stop();
    await assert.rejects(freshAccess(watch), AuthorityUnknownError);
    elapsed = 14 * MINUTE_MS;
    assert.ok(await knownAccess(watch, now()));
    assert.equal(await within(signal, 200), false);
    elapsed = 15 * MINUTE_MS + 5_000;
    await assert.rejects(knownAccess(watch, now()), AuthorityUnknownError);
    assert.equal(await within(signal, 5_000), true);
  });
});
