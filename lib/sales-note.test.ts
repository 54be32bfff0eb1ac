import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { businessDate } from './business-date.ts';
import { isReadBy, type KeptNote, notePlaces, notesFor, placeInWords } from './sales-note.ts';
import type { ScopeOfStores } from './scope.ts';

const note = (storeIds: KeptNote['storeIds']): KeptNote => ({
  ...{ id: 'n', day: businessDate('2026-11-20'), storeIds, text: 'Street closed' },
  ...{ personId: 'max', account: 'max@contoso.test', at: '2026-11-21T08:00:00.000Z' },
});
const stores = (first: string, ...others: string[]): ScopeOfStores => ({
  kind: 'stores',
  storeIds: [first, ...others],
});
const own = stores('S-003', 'S-004');
const all: ScopeOfStores = { kind: 'all' };

describe('a note', () => {
  test('is read by those who see one of its stores, and one of the chain by everybody', () => {
    const read = [['S-001'], ['S-003'], ['S-001', 'S-004'], null].map((ids) => isReadBy(note(ids), own));
    assert.deepEqual(read, [false, true, true, true]);
    assert.equal(isReadBy(note(['S-001']), all), true);
  });

  test('names no store that its reader does not see, and is known as one’s own', () => {
    const reader = { personId: 'max', scope: own, picked: own };
    const { notes, truncated } = notesFor([note(['S-001']), note(['S-001', 'S-004']), note(null)], reader);
    assert.deepEqual(
      notes.map(({ storeIds }) => storeIds),
      [['S-004'], null],
    );
    assert.deepEqual([truncated, notes[0]?.isOwn, 'personId' in (notes[0] ?? {})], [false, true, false]);
    assert.equal(notesFor([note(null)], { ...reader, personId: 'erin' }).notes[0]?.isOwn, false);
  });

  test('of other stores stays away where somebody looks at one, and still names all that are theirs', () => {
    const reader = { personId: 'erin', scope: all, picked: stores('S-003') };
    const { notes } = notesFor([note(['S-004']), note(['S-003', 'S-004'])], reader);
    assert.deepEqual(
      notes.map(({ storeIds }) => storeIds),
      [['S-003', 'S-004']],
    );
  });

  test('is given with the latest where there are too many', () => {
    const many = Array.from({ length: 201 }, (_, at) => ({ ...note(null), id: `n${at}` }));
    const { notes, truncated } = notesFor(many, { personId: 'x', scope: all, picked: all });
    assert.deepEqual([notes.length, notes[0]?.id, truncated], [200, 'n1', true]);
  });
});

test('a note is about the chain, a region’s stores or one store, by who writes it and where they look', () => {
  const names = new Map([['S-003', 'Brighton Lanes']]);
  const ids = (role: Parameters<typeof notePlaces>[0]['role'], scope: ScopeOfStores, picked = scope) =>
    notePlaces({ role, scope, picked }, names).map(({ storeId }) => storeId);
  assert.deepEqual(ids('executive', all), [null]);
  assert.deepEqual(ids('executive', all, stores('S-003')), ['S-003', null]);
  assert.deepEqual(ids('regional-manager', own), [null]);
  assert.deepEqual(ids('regional-manager', own, stores('S-004')), ['S-004', null]);
  assert.deepEqual(ids('store-manager', own), ['S-003', 'S-004']);
  assert.deepEqual(ids('store-manager', own, stores('S-004')), ['S-004']);
  assert.deepEqual(notePlaces({ role: 'executive', scope: all, picked: stores('S-003') }, names), [
    { storeId: 'S-003', words: 'Brighton Lanes' },
    { storeId: null, words: 'The whole chain' },
  ]);
  assert.deepEqual(
    [null, ['S-003'], ['S-009'], ['S-003', 'S-004']].map((storeIds) => placeInWords({ storeIds }, names)),
    ['The whole chain', 'Brighton Lanes', 'S-009', '2 stores'],
  );
});
