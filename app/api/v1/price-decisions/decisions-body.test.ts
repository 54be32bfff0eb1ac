import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DECISIONS_BODY } from './decisions-body.ts';

const REJECT = { recommendationId: 'P-1@2026-11-22@1050', action: 'reject', price: null, reason: 'not now' };
const read = (...decisions: unknown[]) => DECISIONS_BODY.safeParse({ decisions });

describe('decisions as they are sent', () => {
  test('are read where they are whole; a price and a reason may be left out', () => {
    const { price: _price, reason: _reason, ...bare } = REJECT;
    assert.deepEqual(read(REJECT, bare).data?.decisions, [REJECT, { ...bare, price: null, reason: '' }]);
    assert.equal(read(...Array.from({ length: 100 }, () => REJECT)).success, true);
  });

  test('are refused together where there is none, one too many, or one that is no decision', () => {
    assert.equal(DECISIONS_BODY.safeParse(null).success, false);
    assert.equal(DECISIONS_BODY.safeParse({}).success, false);
    assert.equal(read().success, false);
    assert.equal(read(...Array.from({ length: 101 }, () => REJECT)).success, false);
    for (const other of [
      null,
      { ...REJECT, action: 'toString' },
      { ...REJECT, action: undefined },
      { ...REJECT, recommendationId: 'x'.repeat(101) },
      { ...REJECT, price: '10.50' },
      { ...REJECT, reason: 'x'.repeat(301) },
    ])
      assert.equal(read(REJECT, other).success, false, JSON.stringify(other));
  });
});
