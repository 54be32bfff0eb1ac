import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NOTE_BODY } from './note-body.ts';

const NOTE = { action: 'write', day: '2026-11-20', storeId: 'S-003', text: 'Street closed' };

describe('what a browser sends about notes', () => {
  test('is read where it is whole, without the space around words; no store means all of one’s own', () => {
    const { storeId: _store, ...bare } = NOTE;
    assert.deepEqual(NOTE_BODY.parse({ ...NOTE, text: ' Street closed ', beside: 1 }), NOTE);
    assert.deepEqual(NOTE_BODY.parse(bare), { ...NOTE, storeId: null });
    for (const text of ['x'.repeat(280), '<img src=x onerror=struck()>', '=1+1', '“naïve” 🚧'])
      assert.equal(NOTE_BODY.safeParse({ ...NOTE, text }).success, true, text);
    const withdrawal = { action: 'withdraw', id: 'n1' };
    assert.deepEqual(NOTE_BODY.parse(withdrawal), withdrawal);
  });

  test('is refused where it is anything else', () => {
    for (const body of [
      null,
      {},
      { ...NOTE, action: 'toString' },
      { ...NOTE, day: undefined },
      { ...NOTE, day: '2026-02-30' },
      { ...NOTE, day: '2026-11-20T00:00:00Z' },
      { ...NOTE, storeId: '' },
      { ...NOTE, storeId: ['S-003'] },
      { ...NOTE, text: '' },
      { ...NOTE, text: '   ' },
      { ...NOTE, text: 'x'.repeat(281) },
      { ...NOTE, text: 'two\nlines' },
      { ...NOTE, text: 'a null \u0000' },
      { ...NOTE, text: 1 },
      { action: 'withdraw' },
      { action: 'withdraw', id: 'x'.repeat(101) },
    ])
      assert.equal(NOTE_BODY.safeParse(body).success, false, JSON.stringify(body));
  });
});
