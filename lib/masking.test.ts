import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRevealReason, readCustomerKey } from './customer-contact.ts';
import { maskEmail, maskName, maskPhone } from './masking.ts';

test('a mask leaves one letter, or two digits, whatever it hides', () => {
  assert.equal(maskName('Orla Quigley'), 'O***');
  assert.equal(maskEmail('orla@quigley.example'), 'o***@***');
  assert.equal(maskPhone('07700 900123'), '*** 23');
});

test('a mask of nothing, of one letter and of a letter outside the first plane gives nothing away', () => {
  assert.equal(maskName(''), '***');
  assert.equal(maskEmail('a'), 'a***@***');
  assert.equal(maskName('𝒜da'), '𝒜***');
});

test('only the reasons on the list are reasons', () => {
  assert.equal(isRevealReason('call-back'), true);
  for (const none of ['', 'curious', 'constructor', '__proto__', null, 1, ['call-back']])
    assert.equal(isRevealReason(none), false);
});

test('a customer key is a whole number and nothing else', () => {
  assert.equal(readCustomerKey('12'), 12);
  for (const none of ['', '0', '-1', '1.5', '1e3', ' 1', '01', "1'", '9999999999'])
    assert.equal(readCustomerKey(none), undefined, none);
});
