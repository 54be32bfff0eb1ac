import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ROLES, type Role } from '#lib/roles.ts';
import { AUDIT_STREAM } from '#server/shared/access-keys.ts';
import { emailHash } from '#server/shared/email-hash.ts';
import { freePort, startRedisServer } from '#server/shared/redis-server.ts';
import { lakeStatusAnswer, startFaultEndpoint } from '#server/synapse/fault-endpoint.ts';

const origin = 'http://localhost:3000';
const CONTACT = ['Orla Quigley', 'orla@quigley.example', '07700 900123'];
const DAY = new Date('2026-11-22T00:00:00Z');

/** How often the warehouse was asked who somebody is, and by which hash somebody was looked for. */
let read = 0;
let looked: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'reveal-'));
const redis = await startRedisServer({ folder, port: await freePort() });
const source = await startFaultEndpoint({
  query: (_, names) => {
    if (names('gold.lake_status')) return lakeStatusAnswer(DAY);
    if (names('m.email_hash')) {
      looked = [emailHash('Orla@Quigley.example ', KEY)].filter((hash) => names(hash));
      return { columns: ['customerKey'], rows: [[12n]] };
    }
    read += 1;
    return { columns: ['name', 'email', 'phone'], rows: [CONTACT] };
  },
});
const KEY = 'a key of more than thirty-two characters';
Object.assign(process.env, {
  APP_ORIGIN: origin,
  SESSION_SECRET: 'a secret of more than thirty-two characters',
  CUSTOMER_HASH_KEY: KEY,
  SQL_HOST: '127.0.0.1',
  SQL_PORT: String(source.port),
  SQL_DATABASE: 'retail',
  SQL_ENCRYPT: 'off',
  SQL_USER: 'reader',
  SQL_PASSWORD: 'secret',
  REDIS_URL: redis.url,
  ENTRA_TENANT_ID: 'tenant',
  ENTRA_AUTHORITY: 'https://login.example/tenant',
  ENTRA_SPA_CLIENT_ID: 'spa',
  ENTRA_API_CLIENT_ID: 'api',
  ENTRA_API_CLIENT_SECRET: 'unused',
});
const { asked, trialCookie } = await import('#server/auth/trial-request.ts');
const { accessWatch } = await import('#server/auth/access.ts');
const { auditLedger } = await import('#server/ledger/record-deed.ts');
const { closeGoldSource } = await import('#server/synapse/gold-source.ts');
const { POST: reveal } = await import('./[customerKey]/reveal/route.ts');
const { POST: search } = await import('./search/route.ts');

const carer = { roles: ['customer-care'] as Role[] };
const send = async (body: unknown, { who = carer, from = origin as string | null } = {}) =>
  new Request(`${origin}/api/customers`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { cookie: await trialCookie(who), ...(from !== null && { origin: from }) },
  });
const revealOf = async (request: Request, customerKey = '12') =>
  asked(request, () => reveal(request, { params: Promise.resolve({ customerKey }) }));
const records = async () => (await auditLedger().list({})).records;

before(() => accessWatch().known());
beforeEach(async () => {
  await accessWatch().redis.flushall();
  read = 0;
});
after(async () => {
  accessWatch().close();
  auditLedger().close();
  await closeGoldSource();
  await source.close();
  await redis.stop();
  rmSync(folder, { recursive: true });
});

describe('a reveal', () => {
  test('shows one customer to customer care, after the reason was written down', async () => {
    const response = await revealOf(await send({ reason: 'call-back' }));
    const [name, email, phone] = CONTACT;
    assert.deepEqual(await response.json(), { contact: { name, email, phone }, expiresIn: 120 });
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const [record] = await records();
    assert.equal(record?.action, 'reveal');
    assert.equal(record?.subject, 'customer 12: To call the customer back');
    assert.doesNotMatch(JSON.stringify(record), /Orla|quigley|07700/i);
  });

  test('does not happen where the audit cannot be written', async () => {
    await accessWatch().redis.set(AUDIT_STREAM, 'no stream');
    const response = await revealOf(await send({ reason: 'call-back' }));
    assert.deepEqual([response.status, await response.json()], [503, { code: 'LEDGER_UNAVAILABLE' }]);
    assert.equal(read, 0, 'the warehouse was not even asked');
  });

  test('is refused to every other role and to nobody in particular', async () => {
    for (const role of ROLES.filter((one) => one !== 'customer-care')) {
      const response = await revealOf(await send({ reason: 'call-back' }, { who: { roles: [role] } }));
      assert.equal(response.status, 403, role);
    }
    const request = new Request(origin, { method: 'POST', headers: { origin } });
    assert.equal((await revealOf(request)).status, 401);
    assert.equal(read, 0);
  });

  test('needs a reason from the list, a customer and our own page', async () => {
    for (const body of [{}, { reason: 'curious' }, null, { reason: ['call-back'] }])
      assert.equal((await revealOf(await send(body))).status, 422);
    for (const key of ['0', '12,13', '%', '1e9'])
      assert.equal((await revealOf(await send({ reason: 'call-back' }), key)).status, 422, key);
    for (const from of [null, 'null', 'https://evil.example'])
      assert.equal((await revealOf(await send({ reason: 'call-back' }, { from }))).status, 403);
    assert.deepEqual([read, (await records()).filter(({ outcome }) => outcome === 'done')], [0, []]);
  });

  test('is not for collecting: after thirty within an hour it is refused', async () => {
    const who = { ...carer, id: 'collector' };
    const answers = [];
    for (let nth = 0; nth < 32; nth++)
      answers.push(await revealOf(await send({ reason: 'call-back' }, { who })));
    assert.deepEqual([answers[29]?.status, answers[30]?.status], [200, 429]);
    assert.ok(Number(answers[31]?.headers.get('retry-after')) > 60);
    assert.equal(read, 30);
  });

  test('is asked anew every time: what was shown is kept nowhere', async () => {
    await revealOf(await send({ reason: 'call-back' }));
    await revealOf(await send({ reason: 'call-back' }));
    assert.equal(read, 2);
    const keys = await accessWatch().redis.keys('*');
    for (const key of keys.filter((one) => !one.startsWith('{audit}')))
      assert.doesNotMatch(String(await accessWatch().redis.dump(key)), /Orla|quigley|07700/i, key);
  });
});

describe('a search for a customer', () => {
  const find = async (body: unknown, options?: Parameters<typeof send>[1]) => {
    const request = await send(body, options);
    return asked(request, search);
  };

  test('goes by the keyed hash of the whole address, and is written down masked', async () => {
    const response = await find({ email: ' orla@Quigley.example' });
    assert.deepEqual(await response.json(), { customerKeys: [12] });
    assert.equal(looked.length, 1);
    const [record] = await records();
    assert.deepEqual([record?.action, record?.subject], ['search', 'o***@***']);
  });

  test('takes no part of an address, and nobody but customer care', async () => {
    for (const email of ['orla', '@', '%@%', '', 5, ['orla@quigley.example'], `${'o'.repeat(250)}@x.com`])
      assert.equal((await find({ email })).status, email === '%@%' ? 200 : 422, String(email));
    for (const role of ROLES.filter((one) => one !== 'customer-care'))
      assert.equal((await find({ email: 'orla@quigley.example' }, { who: { roles: [role] } })).status, 403);
  });

  test('does not happen where the audit cannot be written', async () => {
    looked = [];
    await accessWatch().redis.set(AUDIT_STREAM, 'no stream');
    assert.equal((await find({ email: 'orla@quigley.example' })).status, 503);
    assert.deepEqual(looked, []);
  });
});
