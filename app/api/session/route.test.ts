import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { blockPerson, liftBlock } from '#server/auth/access-records.ts';
import { openSession } from '#server/auth/sealed-session.ts';
import { freePort, startRedisServer } from '#server/shared/redis-server.ts';

const secret = 'a secret of more than thirty-two characters';
const origin = 'http://localhost:3000';
const { privateKey, publicKey } = await generateKeyPair('RS256');
const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] };

const provider = createServer((request, response) => {
  const base = `http://localhost:${(provider.address() as AddressInfo).port}`;
  const answer = request.url === '/keys' ? keys : { issuer: base, jwks_uri: `${base}/keys` };
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
});
await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
const issuer = `http://localhost:${(provider.address() as AddressInfo).port}`;

const folder = mkdtempSync(join(tmpdir(), 'session-'));
const redis = await startRedisServer({ folder, port: await freePort() });

Object.assign(process.env, {
  APP_ORIGIN: origin,
  SESSION_SECRET: secret,
  SQL_HOST: 'unused',
  SQL_DATABASE: 'unused',
  REDIS_URL: redis.url,
  ENTRA_TENANT_ID: 'tenant',
  ENTRA_AUTHORITY: `${issuer}/tenant`,
  ENTRA_DISCOVERY_URL: `${issuer}/discovery`,
  ENTRA_SPA_CLIENT_ID: 'spa',
  ENTRA_API_CLIENT_ID: 'api',
  ENTRA_API_CLIENT_SECRET: 'unused',
});
const { POST, PUT } = await import('./route.ts');
const { POST: end } = await import('./end/route.ts');
const { accessWatch } = await import('#server/auth/access.ts');
const { sessionIn: livingSession } = await import('#server/auth/session.ts');
const { auditLedger } = await import('#server/ledger/record-deed.ts');

const tokenOf = (audience = 'api') =>
  new SignJWT({ oid: 'person-1', tid: 'tenant', scp: 'access_as_user', name: 'Max', roles: ['executive'] })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey);

const request = (headers: Record<string, string>) =>
  new Request(`${origin}/api/session`, { method: 'POST', headers });
const cookieOf = (response: Response) => response.headers.get('set-cookie');
const sessionIn = (cookie: string | null) =>
  openSession(/^__Host-rp_session=([^;]+)/.exec(cookie ?? '')?.[1] ?? '', secret, new Date());

describe('/api/session', () => {
  after(async () => {
    provider.close();
    accessWatch().close();
    auditLedger().close();
    await redis.stop();
    rmSync(folder, { recursive: true });
  });
  const signIn = async (headers: Record<string, string> = {}) =>
    POST(request({ origin, authorization: `Bearer ${await tokenOf()}`, ...headers }));
  const carried = (response: Response) => (cookieOf(response) ?? '').split(';', 1)[0] ?? '';
  const lives = async (cookie: string) => (await livingSession(new Headers({ cookie }))) !== undefined;

  test('makes a session cookie from an access token of the provider', async () => {
    const response = await POST(request({ origin, authorization: `Bearer ${await tokenOf()}` }));
    assert.equal(response.status, 200);
    const cookie = cookieOf(response);
    for (const attribute of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=None', 'Partitioned'])
      assert.ok(cookie?.split('; ').includes(attribute), attribute);
    const session = await sessionIn(cookie);
    assert.equal(session?.person.id, 'person-1');
    assert.deepEqual(session?.roles, ['executive']);
  });

  test('gives a new session id at every sign-in', async () => {
    const headers = { origin, authorization: `Bearer ${await tokenOf()}` };
    const first = await sessionIn(cookieOf(await POST(request(headers))));
    const second = await sessionIn(cookieOf(await POST(request(headers))));
    assert.ok(first && second);
    assert.notEqual(first.id, second.id);
  });

  test('makes no session from a token for somebody else, or from none', async () => {
    const authorizations = [
      `Bearer ${await tokenOf('https://database.windows.net/')}`,
      'Bearer x',
      'Basic eDp5',
    ];
    for (const authorization of authorizations) {
      const response = await POST(request({ origin, authorization }));
      assert.equal(response.status, 401);
      assert.equal(cookieOf(response), null);
    }
  });

  for (const foreign of ['http://evil.test', 'null', undefined])
    test(`changes nothing for a request from ${foreign ?? 'nowhere'}`, async () => {
      const from = foreign === undefined ? {} : { origin: foreign };
      const signed = request({ ...from, authorization: `Bearer ${await tokenOf()}` });
      for (const response of [await POST(signed), await PUT(signed), await end(signed)]) {
        assert.equal(response.status, 403);
        assert.equal(cookieOf(response), null);
      }
    });

  test('signs out everywhere: the cookie ends, and a copy of it is worth nothing', async () => {
    const cookie = carried(await signIn());
    assert.equal(await lives(cookie), true);
    const response = await end(request({ origin, cookie }));
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/auth/sign-out');
    assert.match(cookieOf(response) ?? '', /^__Host-rp_session=; .*Max-Age=0$/);
    assert.equal(await lives(cookie), false);
    const renewed = await PUT(request({ origin, cookie, authorization: `Bearer ${await tokenOf()}` }));
    assert.equal(renewed.status, 401);
  });

  test('ends the session a browser had before it signed in again', async () => {
    const planted = carried(await signIn());
    const own = carried(await signIn({ cookie: planted }));
    assert.deepEqual([await lives(planted), await lives(own)], [false, true]);
  });

  test('lets nobody in who is blocked, nor renews what they had', async () => {
    const before = carried(await signIn());
    const entry = { account: 'max@contoso.test', by: 'adam@contoso.test', at: '2026-11-23T12:00:00Z' };
    await blockPerson(accessWatch().redis, 'person-1', entry);
    await accessWatch().refresh();
    const response = await signIn();
    assert.equal(response.status, 403);
    assert.equal(cookieOf(response), null);
    const renewed = await PUT(
      request({ origin, cookie: before, authorization: `Bearer ${await tokenOf()}` }),
    );
    assert.deepEqual([renewed.status, cookieOf(renewed)], [403, null]);
    await liftBlock(accessWatch().redis, 'person-1');
    await accessWatch().refresh();
  });

  test('writes down who signed in and out, and what was refused', async () => {
    const { records } = await auditLedger().list({});
    const seen = new Set(records.map(({ personId, action, code }) => `${personId} ${action} ${code}`));
    assert.deepEqual([...seen].sort(), [
      ' sign-in ACCESS_TOKEN_REFUSED',
      ' sign-in ACCOUNT_BLOCKED',
      ' sign-in NOT_SIGNED_IN',
      'person-1 sign-in ',
      'person-1 sign-out ',
    ]);
    assert.equal((await auditLedger().verify()).brokenAt, null);
  });
});
