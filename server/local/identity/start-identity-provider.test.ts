import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { readEntraConfiguration } from '#server/shared/entra.ts';
import { type IdentityProvider, startIdentityProvider } from './start-identity-provider.ts';

const TENANT = '11111111-2222-4333-8444-555555555555';
const options = {
  port: 0,
  tenantId: TENANT,
  spaClientId: 'aaaaaaaa-0000-4000-8000-000000000001',
  apiClientId: 'aaaaaaaa-0000-4000-8000-000000000002',
  apiClientSecret: 'only-for-this-machine',
  appOrigins: ['http://localhost:3000'],
  accessTokenSeconds: 600,
};

describe('the local identity provider', () => {
  let folder: string;
  let provider: IdentityProvider;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'identity-'));
    provider = await startIdentityProvider({ ...options, signingKeyFile: join(folder, 'key.json') });
  });
  after(async () => {
    await provider.stop();
    await rm(folder, { recursive: true });
  });

  const configuration = () => readEntraConfiguration(provider);
  const service = async (clientSecret: string) => {
    const { authority, knownAuthorities, authorityMetadata } = await configuration();
    return new ConfidentialClientApplication({
      auth: {
        clientId: options.apiClientId,
        clientSecret,
        authority,
        knownAuthorities: [...knownAuthorities],
        ...(authorityMetadata !== undefined && { authorityMetadata }),
      },
    });
  };
  const forSql = { scopes: ['https://database.windows.net//.default'] };

  test('gives the service a token for SQL by client credentials, signed by the published key', async () => {
    const answer = await (await service(options.apiClientSecret)).acquireTokenByClientCredential(forSql);
    const { issuer, jwksUri } = await configuration();
    const { payload } = await jwtVerify(answer?.accessToken ?? '', createRemoteJWKSet(new URL(jwksUri)), {
      issuer,
      audience: 'https://database.windows.net/',
      algorithms: ['RS256'],
    });
    assert.equal(payload['tid'], TENANT);
    assert.equal(payload['azp'], options.apiClientId);
  });

  test('refuses the service with another secret', async () => {
    await assert.rejects((await service('guessed')).acquireTokenByClientCredential(forSql), /invalid_client/);
  });

  test('keeps its key when it is started again', async () => {
    const signingKeyFile = join(folder, 'key.json');
    const kept = await readFile(signingKeyFile, 'utf8');
    const second = await startIdentityProvider({ ...options, signingKeyFile });
    await second.stop();
    assert.equal(await readFile(signingKeyFile, 'utf8'), kept);
  });

  test('says that a port is busy', async () => {
    const port = Number(new URL(provider.issuer).port);
    const started = startIdentityProvider({ ...options, port, signingKeyFile: join(folder, 'key.json') });
    await assert.rejects(started, { code: 'EADDRINUSE' });
  });

  test('sends a person back only to the address registered for the app', async () => {
    const url = `${provider.issuer}/auth?client_id=${options.spaClientId}&response_type=code&scope=openid&code_challenge=${'a'.repeat(43)}&code_challenge_method=S256&redirect_uri=`;
    const elsewhere = await fetch(
      `${url}${encodeURIComponent('http://localhost:3000.evil.test/auth/redirect')}`,
      {
        headers: { accept: 'text/html' },
        redirect: 'manual',
      },
    );
    assert.equal(elsewhere.status, 400);
    assert.match(elsewhere.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    const registered = await fetch(`${url}${encodeURIComponent('http://localhost:3000/auth/redirect')}`, {
      redirect: 'manual',
    });
    assert.match(registered.headers.get('location') ?? '', /\/interaction\//);
  });
});
