import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PAGES, ROLES } from './roles.ts';
import { findPages, placeOf } from './search-found.ts';

test('a search finds the pages of a role and no other', () => {
  assert.deepEqual(findPages('administrator', 'sal'), []);
  assert.deepEqual(
    findPages('executive', ' SAL ').map(({ href }) => href),
    [PAGES.sales.path],
  );
});

test('what no page of a role shows is not looked for by it', () => {
  assert.equal(placeOf('administrator', 'store', 'S-003', 'Brighton Lanes'), null);
  assert.equal(placeOf('administrator', 'product', 'P-1', 'Rug'), null);
  for (const role of ROLES.filter((one) => (PAGES.sales.roles as readonly string[]).includes(one)))
    assert.ok(placeOf(role, 'store', 'S-003', 'Brighton Lanes')?.includes('S-003'), role);
});

test('a product leads to its row, whatever people put into its name', () => {
  assert.equal(
    placeOf('executive', 'product', 'P-1', 'Rug & <Bath>'),
    '/sales?products.find=Rug+%26+%3CBath%3E',
  );
});
