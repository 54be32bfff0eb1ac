import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { sourceTokens } from './source-token.ts';

/** MSAL as it is, against a provider that is nothing but a token endpoint. */
describe('the service’s own token', () => {
  const asked: URLSearchParams[] = [];
  const provider = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push(new URLSearchParams(body));
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: `token-${asked.length}` }),
    );
  });
  const authority = 'https://login.example/tenant';
  let tokenEndpoint = '';

  before(async () => {
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const address = provider.address();
    tokenEndpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/token`;
  });
  after(() => provider.close());

  test('is asked for by client credentials for the database, and kept while it lasts', async () => {
    const metadata = {
      issuer: `${authority}/v2.0`,
      authorization_endpoint: tokenEndpoint,
      token_endpoint: tokenEndpoint,
      jwks_uri: tokenEndpoint,
    };
    const configuration = async () => ({
      authority,
      knownAuthorities: ['login.example'],
      authorityMetadata: JSON.stringify(metadata),
      issuer: metadata.issuer,
      jwksUri: metadata.jwks_uri,
    });
    const tokens = sourceTokens(configuration, 'service', 'a secret');
    const first = await tokens();
    const second = await tokens();
    assert.deepEqual([first.token, second.token, asked.length], ['token-1', 'token-1', 1]);
    assert.equal(asked[0]?.get('grant_type'), 'client_credentials');
    assert.match(asked[0]?.get('scope') ?? '', /^https:\/\/database\.windows\.net\/\.default/);
    const life = first.expiresAt - Date.now();
    assert.ok(life > 3_500_000 && life <= 3_601_000, `${life} is about an hour`);
  });
});
