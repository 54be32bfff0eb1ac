import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWTVerifyGetKey,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { AccessTokenRefusedError } from './refusals.ts';
import { SigningKeysUnreachableError, verifyAccessToken } from './verify-access-token.ts';

const issuer = 'https://login.example.test/tenant/v2.0';
const audience = 'api-client';
const tenantId = 'tenant';
const now = new Date('2026-11-23T12:00:00Z');
const NOW_S = now.getTime() / 1_000;

const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' }] });

const good = {
  iss: issuer,
  aud: audience,
  tid: tenantId,
  oid: 'person-1',
  name: 'Max Manager',
  preferred_username: 'max@contoso.test',
  scp: 'access_as_user',
  roles: ['store-manager'],
  stores: ['S-003'],
  iat: NOW_S - 60,
  nbf: NOW_S - 60,
  exp: NOW_S + 3_600,
};

function token(changes: Record<string, unknown> = {}, key = privateKey): Promise<string> {
  const payload = JSON.parse(JSON.stringify({ ...good, ...changes }));
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(key);
}

const verify = (text: string, source: JWTVerifyGetKey = keys) =>
  verifyAccessToken(text, { issuer, audience, tenantId, keys: source, now });

describe('verifyAccessToken', () => {
  test('names the person, their roles and stores, and when the proof ends', async () => {
    assert.deepEqual(await verify(await token()), {
      person: { id: 'person-1', name: 'Max Manager', account: 'max@contoso.test' },
      roles: ['store-manager'],
      stores: ['S-003'],
      regions: [],
      expiresAt: good.exp,
    });
  });

  test('accepts a person without a role: who they are is proved, what they may do is judged later', async () => {
    const { roles, stores } = await verify(await token({ roles: undefined, stores: undefined }));
    assert.deepEqual([roles, stores], [[], []]);
  });

  const refused: Record<string, Record<string, unknown>> = {
    'of another issuer': { iss: 'https://login.example.test/other/v2.0' },
    'for another audience': { aud: 'https://database.windows.net/' },
    'of another tenant': { tid: 'other' },
    'without a tenant': { tid: undefined },
    'that has expired': { exp: NOW_S - 31 },
    'without an end': { exp: undefined },
    'that does not say when it was issued': { iat: undefined },
    'that is not yet valid': { nbf: NOW_S + 31 },
    'without the scope of this app': { scp: 'openid profile' },
    'given to a service, which has no scope at all': { scp: undefined },
    'whose scope only resembles ours': { scp: 'access_as_users' },
    'without a person': { oid: undefined },
    'whose roles are not a list': { roles: 'executive' },
  };
  for (const [what, changes] of Object.entries(refused))
    test(`refuses a token ${what}`, async () => {
      await assert.rejects(verify(await token(changes)), AccessTokenRefusedError);
    });

  test('refuses a token that nobody signed (alg none)', async () => {
    await assert.rejects(verify(new UnsecuredJWT(good).encode()), AccessTokenRefusedError);
  });

  test('refuses a token signed by the right key in another manner', async () => {
    for (const alg of ['PS256', 'RS384']) {
      const ours = { ...(await exportJWK(privateKey)), alg };
      const text = await new SignJWT(good)
        .setProtectedHeader({ alg, kid: 'k1' })
        .sign(await importJWK(ours, alg));
      const willing = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1' }] });
      await assert.rejects(verify(text, willing), AccessTokenRefusedError, alg);
    }
  });

  test('refuses a token signed with another key under the known key id', async () => {
    const { privateKey: stranger } = await generateKeyPair('RS256');
    await assert.rejects(verify(await token({}, stranger)), AccessTokenRefusedError);
  });

  test('refuses a token signed with the public key as a shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(publicKey)));
    const forged = await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret);
    await assert.rejects(verify(forged), AccessTokenRefusedError);
  });

  test('refuses a token whose payload was changed after it was signed', async () => {
    const [header, , signature] = (await token()).split('.');
    const payload = Buffer.from(JSON.stringify({ ...good, roles: ['executive'] })).toString('base64url');
    await assert.rejects(verify(`${header}.${payload}.${signature}`), AccessTokenRefusedError);
  });

  for (const text of ['', 'x', 'a.b.c', '....'])
    test(`refuses ${JSON.stringify(text)}`, () => assert.rejects(verify(text), AccessTokenRefusedError));

  test('says that it cannot check a token while the keys cannot be read', async () => {
    const down = () => Promise.reject(new TypeError('fetch failed'));
    await assert.rejects(verify(await token(), down), SigningKeysUnreachableError);
  });
});
