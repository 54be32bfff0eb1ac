import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { RowScope, ScopeOfStores } from '#lib/scope.ts';
import { startSampleSource } from '../sample-source.ts';
import { findByWords, wordsPattern } from './find-by-words.ts';

const source = await startSampleSource();
after(() => source.close());

const find = async (
  text: string,
  scope: ScopeOfStores = { kind: 'all' },
  kinds = ['store', 'product', 'customer'],
) => {
  const of = (kind: string) => (kinds.includes(kind) ? wordsPattern(text) : '');
  const patterns = { store: of('store'), product: of('product'), customer: of('customer') };
  return (await findByWords(patterns, scope as RowScope)).rows.map(({ kind, id }) => `${kind} ${id}`);
};

describe('a search by words', () => {
  test('finds part of a name in any case, and the beginning of an id', async () => {
    assert.deepEqual(await find('TEA'), ['product P2']);
    assert.deepEqual(await find('ü'), ['store S02']);
    assert.deepEqual((await find('s0')).sort(), ['store S01', 'store S02', 'store S03']);
    assert.deepEqual(await find('104'), ['customer 1041', 'customer 1042']);
    assert.deepEqual(await find('042'), [], 'a number is found by its beginning');
  });

  test('finds stores and customers of the scope alone', async () => {
    const scope: ScopeOfStores = { kind: 'stores', storeIds: ['S02'] };
    assert.deepEqual(await find('s0', scope), ['store S02']);
    assert.deepEqual(await find('104', scope), ['customer 1042']);
  });

  test('finds nothing of a kind that is not asked for', async () => {
    assert.deepEqual(await find('1', { kind: 'all' }, ['store']), []);
    assert.deepEqual((await find('o', { kind: 'all' }, ['product'])).sort().reverse(), [
      'product P3',
      'product P1',
    ]);
  });

  test('takes every sign for a letter', async () => {
    for (const text of ['%', '_', '~', '[a-z]', "' OR 1=1 --"]) assert.deepEqual(await find(text), [], text);
    assert.deepEqual(await find("o'b"), ['store S01']);
  });
});
