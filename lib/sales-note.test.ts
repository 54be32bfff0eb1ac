import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { businessDate } from './business-date.ts';
import { isReadBy, type KeptNote, noteAsRead } from './sales-note.ts';

const note = (storeIds: KeptNote['storeIds']): KeptNote => ({
  ...{ id: 'n', day: businessDate('2026-11-20'), storeIds, text: 'Street closed' },
  ...{ personId: 'max', account: 'max@contoso.test', at: '2026-11-21T08:00:00.000Z' },
});
const own = { kind: 'stores', storeIds: ['S-003', 'S-004'] } as const;
const all = { kind: 'all' } as const;

describe('a note', () => {
  test('is read by those who see one of its stores, and one of the chain by everybody', () => {
    const read = [['S-001'], ['S-003'], ['S-001', 'S-004'], null].map((ids) => isReadBy(note(ids), own));
    assert.deepEqual(read, [false, true, true, true]);
    assert.equal(isReadBy(note(['S-001']), all), true);
  });

  test('names no store that its reader does not see, and is known as one’s own', () => {
    const reader = { personId: 'max', scope: own };
    const read = noteAsRead(note(['S-001', 'S-004']), reader);
    assert.deepEqual([read.storeIds, read.isOwn, 'personId' in read], [['S-004'], true, false]);
    assert.equal(noteAsRead(note(null), { ...reader, personId: 'erin' }).isOwn, false);
    assert.equal(noteAsRead(note(null), reader).storeIds, null);
  });
});
