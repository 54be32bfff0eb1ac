import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from './plain-text.ts';

test('a name in the form of a styled piece of text stays a name', () => {
  assert.equal(plainText('{b|Oak} bowl {{x}}'), '{\u2060b|Oak} bowl {{x}}');
  assert.doesNotMatch(plainText('{b|{a|x}}'), /\{\w+\|/);
});
