import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ForeignOriginError } from './refusals.ts';
import { requireOwnSite, requireSameOrigin } from './same-origin.ts';

const from = (origin?: string) =>
  requireSameOrigin(
    new Request('http://localhost:3000/api/session', origin === undefined ? {} : { headers: { origin } }),
    'http://localhost:3000/',
  );

describe('requireSameOrigin', () => {
  test('lets the app itself through', () => assert.doesNotThrow(() => from('http://localhost:3000')));

  for (const origin of [
    undefined,
    'null',
    'http://localhost:3001',
    'https://localhost:3000',
    'http://localhost:3000.evil.test',
    'http://evil.test',
  ])
    test(`refuses ${origin ?? 'a request without an origin'}`, () => {
      assert.throws(() => from(origin), ForeignOriginError);
    });
});

describe('requireOwnSite', () => {
  const get = (headers: Record<string, string>) =>
    requireOwnSite(new Request('http://localhost:3000/api/live', { headers }), 'http://localhost:3000');

  test('lets the app, a typed address and a program through', () => {
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }, {}])
      assert.doesNotThrow(() => get(headers));
  });

  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
    { origin: 'http://evil.test', 'sec-fetch-site': 'same-origin' },
  ])
    test(`refuses ${JSON.stringify(headers)}`, () => assert.throws(() => get(headers), ForeignOriginError));
});
