import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMoney } from './figures.ts';
import { minorUnits, parseDecimalText, toDecimalText } from './money.ts';

test('an amount and its decimal text are each other’s inverse, far beyond what a float can hold', () => {
  for (const text of ['0.00', '0.05', '-0.05', '12.34', '-748957.02', '90071992547409931234.56']) {
    assert.equal(toDecimalText(parseDecimalText(text)), text);
  }
});

test('short decimals are filled up and long ones refused', () => {
  assert.equal(parseDecimalText('7.5'), 750n);
  for (const text of ['', '1.234', '1e3', '1,000', 'NaN', '--1'])
    assert.throws(() => parseDecimalText(text), RangeError);
});

test('money is written to the penny without a float in between', () => {
  assert.equal(formatMoney(minorUnits(9007199254740993n), 'GBP'), '£90,071,992,547,409.93');
  assert.equal(formatMoney(minorUnits(-5n), 'GBP'), '−£0.05');
  assert.equal(formatMoney(null, 'GBP'), '—');
});
