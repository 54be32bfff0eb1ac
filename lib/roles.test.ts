import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ACTIONS,
  COLUMNS,
  isRole,
  mayDo,
  mayOpen,
  maySee,
  PAGES,
  pagesOf,
  ROLE_REACH,
  ROLES,
} from './roles.ts';

test('only a customer carer may see and reveal what is personal', () => {
  assert.deepEqual(
    ROLES.filter((role) => maySee(role, 'personal')),
    ['customer-care'],
  );
  assert.deepEqual(
    ROLES.filter((role) => mayDo(role, 'reveal')),
    ['customer-care'],
  );
});

test('who administers sees no sales, and who sees sales administers nothing', () => {
  assert.equal(mayOpen('administrator', 'sales'), false);
  for (const role of ROLES.filter((one) => mayOpen(one, 'sales')))
    assert.equal(mayDo(role, 'administer'), false);
});

test('what is of the whole chain is not for those who see a part of it', () => {
  for (const role of ROLES.filter((one) => ROLE_REACH[one] !== 'chain'))
    assert.equal(mayOpen(role, 'lake'), false);
});

test('a store manager sees no margin and decides no price', () => {
  assert.equal(maySee('store-manager', 'margin'), false);
  assert.equal(mayDo('store-manager', 'decide'), false);
});

test('nothing is open to nobody, and every entry names roles that exist', () => {
  const pages = Object.values(PAGES).map(({ roles }) => roles);
  for (const roles of [...pages, ...Object.values(COLUMNS), ...Object.values(ACTIONS)]) {
    assert.ok(roles.length > 0);
    assert.ok(roles.every(isRole));
  }
});

test('the navigation shows every page that is open to a role, once, and no other', () => {
  for (const role of ROLES) {
    const shown = pagesOf(role).flatMap(({ pages }) => pages);
    assert.equal(new Set(shown).size, shown.length);
    for (const page of Object.keys(PAGES) as (keyof typeof PAGES)[])
      assert.equal(shown.includes(page), mayOpen(role, page), `${role} ${page}`);
  }
});
