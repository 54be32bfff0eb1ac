import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findCardNumber, isBarcode } from './card-number.ts';

/** Numbers that schemes publish for testing, of every length and way of writing. */
const CARDS = [
  '4111111111111111',
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '4222222222222',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '3782 822463 10005',
  '6011111111111117',
  '30569309025904',
  '3530111333300000',
  '6759649826438453',
  '6205500000000000004',
  '4111.1111.1111.1111',
  '4111/1111/1111/1111',
  '3782_822463_10005',
  '4111  1111  1111  1111',
  '４１１１１１１１１１１１１１１１',
  '４１１１ 1111 １１１１ 1111',
];
/** A cell alone, of issuers that are on no list here. */
const OF_ANY_ISSUER = ['9792000000000003', '100000000000009', ' 9111111111111110 ', '9222222222222222229'];
const TEXTS_WITH_A_CARD = [
  'paid with 4111111111111111 at the desk',
  '2026-11-22 4111 1111 1111 1111',
  'card4111111111111111',
  '4111111111111111.0',
  '"4111\u00a01111\u00a01111\u00a01111"',
  'order 12 4111111111111111 17',
];
const NO_CARDS: Record<string, string> = {
  'a wrong last digit': '4111111111111112',
  'a range nobody issues, among words': 'order 9111111111111110',
  'a range nobody issues, of 14 digits': '91111111111113',
  'a number that begins with its day': '2026112200030004',
  'microseconds since 1970': '1764000000000004',
  'a number that begins with 0': '0001202611220006',
  'an amount with marks in it': '4.111.111.111.111.111,00',
  'days with slashes': '4111/11/11 11/11/1111',
  'an address of a machine': '4111.11.11.11.111111',
  'a length the scheme does not have': '41111111111111113',
  'twelve digits': '411111111116',
  'a receipt number of a till': 'S-400-261122-0003',
  'a timestamp': '20101201082600',
  'a telephone number': '+49 4111 111111 11',
  'decimals of a number': '0.4111111111111111',
  'a price out of 64 bits': '9.800000190734863',
  'a longer run of digits': '94111111111111111119',
};

describe('what passes as a card number', () => {
  for (const text of [...CARDS, ...TEXTS_WITH_A_CARD, ...OF_ANY_ISSUER])
    test(text, () => assert.ok(findCardNumber(text)));
});

describe('what does not pass as a card number', () => {
  for (const [why, text] of Object.entries(NO_CARDS))
    test(why, () => assert.equal(findCardNumber(text), undefined));
});

test('a barcode has its own check digit', () => {
  assert.deepEqual(['4006381333931', '5901234123457', '00012345600012'].map(isBarcode), [true, true, true]);
  assert.deepEqual(['4006381333932', '4222222222222', '30569309025904'].map(isBarcode), [
    false,
    false,
    false,
  ]);
});
