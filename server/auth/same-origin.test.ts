import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ForeignOriginError } from './refusals.ts';
import { requireSameOrigin } from './same-origin.ts';

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
