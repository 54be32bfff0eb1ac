import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MASK, maskCardNumbers } from './card-number.ts';

const CARDS = [
  '4111111111111111',
  '5555555555554444',
  '2223003122003222',
  '378282246310005',
  '30569309025904',
  '6011111111111117',
  '3530111333300000',
  '6200000000000005',
  '4222222222222',
];

test('card numbers of every scheme are masked, in groups, in JSON’s escapes and inside other text', () => {
  for (const card of CARDS) {
    assert.equal(maskCardNumbers(card), MASK, card);
    assert.equal(maskCardNumbers(`{"note":"paid ${card} ok"}`), `{"note":"paid ${MASK} ok"}`);
    assert.equal(maskCardNumbers(card.replaceAll(/(\d{4})(?=\d)/g, '$1 ')), MASK);
    assert.equal(maskCardNumbers(card.replaceAll(/(\d{4})(?=\d)/g, '$1-')), MASK);
    assert.equal(maskCardNumbers(card.replace('4', '\\u0034')), MASK);
  }
});

test('barcodes, amounts, times and longer or shorter numbers are not card numbers', () => {
  const innocent = [
    '4006381333931',
    '5901234123457',
    '2010-12-24T14:05:00',
    '999999999999',
    '4111111111111112',
  ];
  for (const text of innocent) assert.equal(maskCardNumbers(text), text);
  assert.equal(maskCardNumbers(`${'4'.repeat(20)}`), '4'.repeat(20));
});

test('no barcode is ever taken for a card number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{11}$/), (first) => {
      const sum = [...first].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
      const barcode = `${first}${(10 - (sum % 10)) % 10}`;
      assert.equal(maskCardNumbers(barcode), barcode);
    }),
  );
});

test('no UUID is ever taken for a card number, with or without its hyphens', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      for (const text of [id, id.replaceAll('-', ''), `e2e-${id}`, `{"transactionId":"${id}"}`])
        assert.equal(maskCardNumbers(text), text);
    }),
    { numRuns: 20_000 },
  );
  const digits = '41111111-1111-4111-8111-111111111111';
  assert.equal(maskCardNumbers(digits), digits);
  assert.equal(maskCardNumbers('a4111111111111111'), 'a4111111111111111');
});

test('a card number beside other letters and in the groups of its scheme is still one', () => {
  for (const text of ['PAN4111111111111111', 'no:4111111111111111.', '3782 822463 10005', '3056-930902-5904'])
    assert.match(maskCardNumbers(text), /\[card number\]/, text);
});
