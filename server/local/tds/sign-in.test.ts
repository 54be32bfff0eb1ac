import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type CryptoKey, createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { makeSampleLake, type SampleLake } from './sample-lake.ts';
import type { EndpointEvent } from './start-tds-endpoint.ts';
import { startTdsEndpoint, type TdsEndpoint } from './start-tds-endpoint.ts';
import { batch, SQL_LOGIN, signIn, signOut } from './tds-client.ts';

const ISSUER = 'https://login.example/tenant/v2.0';
const AUDIENCE = 'https://database.windows.net/';
const NOW = new Date('2010-12-24T12:00:00Z');
const epoch = (minutes: number) => Math.floor(NOW.getTime() / 1000) + minutes * 60;

describe('Signing in to the TDS endpoint', () => {
  let lake: SampleLake;
  let endpoint: TdsEndpoint;
  let mine: CryptoKey;
  let another: CryptoKey;
  const events: EndpointEvent[] = [];
  const reasons = () => events.flatMap((told) => (told.event === 'tds.login-refused' ? [told.reason] : []));

  before(async () => {
    lake = await makeSampleLake();
    const pair = await generateKeyPair('RS256');
    mine = pair.privateKey;
    another = (await generateKeyPair('RS256')).privateKey;
    const keys = createLocalJWKSet({
      keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'RS256' }],
    });
    endpoint = await startTdsEndpoint({
      port: 0,
      lakeRoot: lake.root,
      database: 'retail',
      trust: { sqlLogin: SQL_LOGIN, tokens: { issuer: ISSUER, audiences: [AUDIENCE], keys } },
      now: () => NOW,
      onEvent: (event) => events.push(event),
    });
  });
  after(async () => {
    await endpoint.close();
    await lake.remove();
  });

  function token(claims: { issuer?: string; audience?: string; expires?: number } = {}, key = mine) {
    return new SignJWT({ appid: 'retail-pulse-service', filler: 'x'.repeat(6_000) })
      .setProtectedHeader({ alg: 'RS256', kid: 'k' })
      .setIssuer(claims.issuer ?? ISSUER)
      .setAudience(claims.audience ?? AUDIENCE)
      .setExpirationTime(claims.expires ?? epoch(5))
      .sign(key);
  }
  const withToken = (jwt: string) =>
    signIn(endpoint.port, {}, { type: 'azure-active-directory-access-token', options: { token: jwt } });

  it('works with an access token made out for this server, without TLS', async () => {
    const connection = await withToken(await token());
    const { rows } = await batch(connection, 'SELECT SUSER_SNAME() AS who');
    assert.deepEqual(rows, [{ who: 'retail-pulse-service' }]);
    await signOut(connection);
  });

  it('is refused with an access token that is expired, for another server, or not by the issuer', async () => {
    const unsigned = new UnsecuredJWT({}).setIssuer(ISSUER).setAudience(AUDIENCE).setExpirationTime(epoch(5));
    const refusals = {
      ERR_JWT_EXPIRED: await token({ expires: epoch(-1) }),
      ERR_JWT_CLAIM_VALIDATION_FAILED: await token({ audience: 'https://vault.azure.net' }),
      ERR_JWS_SIGNATURE_VERIFICATION_FAILED: await token({}, another),
      ERR_JOSE_ALG_NOT_ALLOWED: unsigned.encode(),
      ERR_JWS_INVALID: 'not a token',
    };
    for (const [reason, jwt] of Object.entries(refusals)) {
      await assert.rejects(
        withToken(jwt),
        { code: 'ELOGIN', message: /^Login failed for user '<token/ },
        reason,
      );
      assert.equal(reasons().at(-1), reason);
    }
    await assert.rejects(withToken(await token({ issuer: 'https://login.example/other' })), {
      code: 'ELOGIN',
    });
  });

  it('works with the SQL login, and is refused with another name or password', async () => {
    await signOut(await signIn(endpoint.port));
    for (const options of [
      { userName: 'sa', password: SQL_LOGIN.password },
      { userName: SQL_LOGIN.login, password: 'päss;wörD' },
      { userName: SQL_LOGIN.login, password: '' },
    ])
      await assert.rejects(signIn(endpoint.port, {}, { type: 'default', options }), {
        code: 'ELOGIN',
        message: `Login failed for user '${options.userName}'.`,
      });
  });

  it('needs no database, and is refused into an unknown one', async () => {
    await signOut(await signIn(endpoint.port, { database: undefined }));
    await assert.rejects(signIn(endpoint.port, { database: 'payroll', maxRetriesOnTransientErrors: 0 }), {
      message: /Cannot open database "payroll"/,
    });
  });

  it('is not offered TLS inside TDS', async () => {
    await assert.rejects(signIn(endpoint.port, { encrypt: true }), { code: 'EENCRYPT' });
  });

  it('lets a client ask before the first build, and says that there is none', async () => {
    const connection = await signIn(endpoint.port);
    assert.deepEqual((await batch(connection, 'SELECT 1 AS one')).rows, [{ one: 1 }]);
    await assert.rejects(batch(connection, 'SELECT p.product_id AS id FROM gold.products AS p'), {
      number: 208,
      message: /No lake has been built yet/,
    });
    await signOut(connection);
  });
});
