import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contentSecurityPolicy, nonceIn } from './content-security-policy.ts';

const sources = {
  nonce: 'abc',
  providerOrigins: ['https://login.test'],
  frameAncestors: [],
  inDevelopment: false,
};
const directive = (name: string, changes = {}) =>
  contentSecurityPolicy({ ...sources, ...changes })
    .split('; ')
    .find((one) => one.startsWith(`${name} `));

describe('contentSecurityPolicy', () => {
  test('runs no script without the nonce', () => {
    assert.equal(directive('script-src'), "script-src 'self' 'nonce-abc' 'strict-dynamic'");
  });

  test('takes no style element without the nonce, save in development', () => {
    assert.equal(directive('style-src'), "style-src 'self' 'nonce-abc'");
    assert.equal(directive('style-src', { inDevelopment: true }), "style-src 'self' 'unsafe-inline'");
  });

  test('is read for its nonce again, and only for that', () => {
    assert.equal(nonceIn(contentSecurityPolicy(sources)), 'abc');
    assert.equal(nonceIn(contentSecurityPolicy({ ...sources, inDevelopment: true })), 'abc');
    for (const none of [null, '', "default-src 'self'"]) assert.equal(nonceIn(none), undefined);
  });

  test('lets nobody frame a page unless somebody is named', () => {
    assert.equal(directive('frame-ancestors'), "frame-ancestors 'none'");
    const frameAncestors = ['https://intranet.test'];
    assert.equal(directive('frame-ancestors', { frameAncestors }), 'frame-ancestors https://intranet.test');
  });

  test('takes nothing else from anywhere, and lets no page change where its addresses lead', () => {
    const strict = {
      'default-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
    };
    for (const [name, value] of Object.entries(strict)) assert.equal(directive(name), `${name} ${value}`);
  });

  test('talks to the app and the identity provider only', () => {
    assert.equal(directive('connect-src'), "connect-src 'self' https://login.test");
  });
});
