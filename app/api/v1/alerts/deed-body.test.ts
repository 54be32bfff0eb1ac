import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEED_BODY } from './deed-body.ts';

const id = 'store-silent:S-001';

describe('what a browser sends about an alert', () => {
  test('is read where it is whole, without the space around words', () => {
    for (const deed of [
      { id, action: 'acknowledge' },
      { id, action: 'assign', to: '' },
      { id, action: 'snooze', minutes: 30 },
      { id, action: 'rate', feedback: 'noise' },
    ])
      assert.deepEqual(DEED_BODY.parse({ ...deed, beside: 1 }), deed);
    const comment = { id, action: 'comment', text: 'on it' };
    assert.deepEqual(DEED_BODY.parse({ ...comment, text: ' on it ' }), comment);
  });

  test('is refused where it is anything else', () => {
    for (const body of [
      null,
      'x',
      {},
      { action: 'acknowledge' },
      { id, action: 'forget' },
      { id, action: 'toString' },
      { id, action: 'assign' },
      { id, action: 'assign', to: 'x'.repeat(201) },
      { id, action: 'snooze', minutes: 31 },
      { id, action: 'snooze', minutes: '30' },
      { id, action: 'snooze', minutes: Number.POSITIVE_INFINITY },
      { id, action: 'comment', text: '  ' },
      { id, action: 'comment', text: 'x'.repeat(501) },
      { id, action: 'rate', feedback: 'great' },
      { id: 'x'.repeat(201), action: 'acknowledge' },
    ])
      assert.equal(DEED_BODY.safeParse(body).success, false, JSON.stringify(body));
  });
});
