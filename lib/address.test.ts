import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressWith, choicesBut, readSearch } from './address.ts';

const search = { period: 'last-7-days', store: ['S-003', 'S-007'], 'products.sort': '-units' };

test('a change of one choice keeps the others, however many values they have', () => {
  assert.equal(
    addressWith('/sales', search, { period: 'last-28-days' }),
    '/sales?period=last-28-days&store=S-003&store=S-007&products.sort=-units',
  );
});

test('null takes a choice away, and an address without choices is the bare path', () => {
  assert.equal(addressWith('/sales', { store: 'S-003' }, { store: null }), '/sales');
  assert.equal(
    addressWith('/sales', search, { store: ['S-001'], 'products.sort': null }),
    '/sales?period=last-7-days&store=S-001',
  );
});

test('what people typed into an address stays text', () => {
  assert.equal(addressWith('/sales', { region: 'A&B="<' }), '/sales?region=A%26B%3D%22%3C');
});

test('a form carries along every choice it does not make itself', () => {
  assert.deepEqual(choicesBut(search, ['period']), [
    ['store', 'S-003'],
    ['store', 'S-007'],
    ['products.sort', '-units'],
  ]);
});

test('a request is read as a page is: one value is a text, several are a list', () => {
  assert.deepEqual(readSearch(new URL('https://a.test/?store=S-003&store=S-007&period=x').searchParams), {
    store: ['S-003', 'S-007'],
    period: 'x',
  });
});
