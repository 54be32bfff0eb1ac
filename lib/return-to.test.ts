import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HOME, returnTo } from './return-to.ts';

describe('returnTo', () => {
  for (const path of ['/sales', '/sales?period=2010-12', '/stores/S-003', '/sales?q=%2F%2Fa', '/authors'])
    test(`goes back to ${path}`, () => assert.equal(returnTo(path), path));

  test('leaves out the marker of a partial page', () => {
    assert.equal(returnTo('/sales?period=2010-12&_rsc=1abc'), '/sales?period=2010-12');
  });

  const hostile = [
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/%2f%2fevil.test',
    '/%2fevil.test',
    '%2f%2fevil.test',
    '/%5cevil.test',
    '/%255c%255cevil.test',
    '/.//evil.test',
    '/..//evil.test',
    '/%09/evil.test',
    '/\t/evil.test',
    ' /sales',
    '/sales\r\nSet-Cookie: a=b',
    '/sales%0d%0aSet-Cookie:a=b',
    '/%E0%A4%A',
    'javascript:alert(1)',
    'data:text/html,hello',
    'https://evil.test/',
    'sales',
    '/sign-in',
    '/sign-in?returnTo=/sales',
    '/auth/redirect',
    '/api/session',
    '/x/../api/session',
    `/${'a'.repeat(2_000)}`,
    '',
  ];
  for (const text of hostile)
    test(`goes home instead of ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.equal(returnTo(text), HOME);
    });

  test('goes home when nothing was asked for', () => {
    assert.equal(returnTo(undefined), HOME);
    assert.equal(returnTo(null), HOME);
  });
});
