import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EntraUnreachableError, readEntraConfiguration } from './entra.ts';

const authority = 'https://login.example.test/tenant';
const document = { issuer: `${authority}/v2.0`, jwks_uri: `${authority}/keys`, token_endpoint: 'kept' };

function answering(...answers: (() => Response)[]): { get: typeof fetch; asked: string[] } {
  const asked: string[] = [];
  const get = async (url: Parameters<typeof fetch>[0]) => {
    asked.push(String(url));
    const answer = answers.shift();
    if (!answer) throw new TypeError('fetch failed');
    return answer();
  };
  return { get, asked };
}

describe('readEntraConfiguration', () => {
  test('asks the authority itself, and leaves MSAL to do the same, when no discovery address is given', async () => {
    const { get, asked } = answering(() => Response.json(document));
    const read = await readEntraConfiguration({ authority, discoveryUrl: undefined }, get);
    assert.deepEqual(asked, [`${authority}/v2.0/.well-known/openid-configuration`]);
    assert.equal(read.authorityMetadata, undefined);
    assert.equal(read.issuer, document.issuer);
    assert.deepEqual(read.knownAuthorities, ['login.example.test']);
  });

  test('hands MSAL the whole document read from the discovery address', async () => {
    const { get, asked } = answering(() => Response.json(document));
    const read = await readEntraConfiguration({ authority, discoveryUrl: 'http://near.test/doc' }, get);
    assert.deepEqual(asked, ['http://near.test/doc']);
    assert.deepEqual(JSON.parse(read.authorityMetadata ?? ''), document);
    assert.equal(read.jwksUri, document.jwks_uri);
  });

  test('asks again after a failure', async () => {
    const { get, asked } = answering(
      () => new Response(null, { status: 503 }),
      () => Response.json(document),
    );
    await readEntraConfiguration({ authority, discoveryUrl: undefined }, get);
    assert.equal(asked.length, 2);
  });

  test('does not take another document for the one it asked for', async () => {
    const { get } = answering(() => Response.json({ login: 'captive portal' }));
    const reading = readEntraConfiguration({ authority, discoveryUrl: undefined }, get);
    await assert.rejects(reading, EntraUnreachableError);
  });

  test('gives up by name after three attempts', async () => {
    const { get, asked } = answering();
    const reading = readEntraConfiguration({ authority, discoveryUrl: undefined }, get);
    await assert.rejects(reading, EntraUnreachableError);
    assert.equal(asked.length, 3);
  });
});
