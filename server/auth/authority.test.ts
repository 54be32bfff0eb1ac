import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ROLES, type Role } from '#lib/roles.ts';
import { scopeKey } from '#lib/scope.ts';
import { type AccessRecords, NO_RECORDS } from './access-records.ts';
import { authorityOf } from './authority.ts';
import {
  AccountBlockedError,
  NoRoleError,
  NoStoresError,
  NotSignedInError,
  OutOfScopeError,
  RoleRefusedError,
  refusalResponse,
} from './refusals.ts';
import { narrowScope } from './row-scope.ts';

const session = (
  roles: readonly string[],
  stores: readonly string[] = [],
  regions: readonly string[] = [],
) => ({
  id: 'session-1',
  person: { id: 'person-1', name: 'Mia Manager', account: 'mia@contoso.test' },
  roles,
  stores,
  regions,
  signedInAt: 1_000,
  expiresAt: 4_600,
});
const records: AccessRecords = {
  ...NO_RECORDS,
  regions: new Map([
    ['North', ['S-001', 'S-004']],
    ['South', ['S-002']],
  ]),
};
const scopeOf = (roles: readonly string[], stores: readonly string[], regions: readonly string[] = []) =>
  scopeKey(authorityOf(session(roles, stores, regions), ROLES, records).scope);

describe('authorityOf', () => {
  test('an executive sees all stores, whatever stores are listed', () => {
    assert.equal(scopeOf(['executive'], []), 'all');
    assert.equal(scopeOf(['executive'], ['S-001']), 'all');
  });

  test('a store manager sees the stores listed and no others', () => {
    assert.equal(scopeOf(['store-manager'], ['S-012', 'S-007', 'S-007', ' ']), 'stores:["S-007","S-012"]');
  });

  test('a store manager of a store named * does not see all stores', () => {
    assert.equal(scopeOf(['store-manager'], ['*']), 'stores:["*"]');
  });

  test('a store manager without stores is refused, never given an empty scope', () => {
    for (const stores of [[], [''], ['  ']])
      assert.throws(() => scopeOf(['store-manager'], stores), NoStoresError);
  });

  test('a regional manager sees the stores of their regions, whatever stores are listed', () => {
    assert.equal(scopeOf(['regional-manager'], ['S-009'], ['North']), 'stores:["S-001","S-004"]');
    assert.equal(scopeOf(['regional-manager'], [], ['South', 'North']), 'stores:["S-001","S-002","S-004"]');
  });

  test('a regional manager of no region, or of one without stores, is refused', () => {
    for (const regions of [[], ['Atlantis'], ['constructor']])
      assert.throws(() => scopeOf(['regional-manager'], ['S-001'], regions), NoStoresError);
  });

  test('stores mapped to a person take the place of the claims', () => {
    const mapped = { ...records, mapped: new Map([['person-1', { stores: ['S-002'], regions: [] }]]) };
    const { scope } = authorityOf(session(['store-manager'], ['S-001']), ROLES, mapped);
    assert.equal(scopeKey(scope), 'stores:["S-002"]');
  });

  test('who was blocked is refused, and who was signed out is nobody', () => {
    const entry = { account: 'mia@contoso.test', by: 'adam@contoso.test', at: '2026-11-23T12:00:00Z' };
    const blocked = { ...records, blocked: new Map([['person-1', entry]]) };
    assert.throws(() => authorityOf(session(['executive']), ROLES, blocked), AccountBlockedError);
    const ended = { ...records, ended: new Set(['session-1']) };
    assert.throws(() => authorityOf(session(['executive']), ROLES, ended), NotSignedInError);
  });

  test('nobody signed in is refused before anything else', () => {
    assert.throws(() => authorityOf(undefined, ROLES, records), NotSignedInError);
  });

  test('a role we do not know is no role', () => {
    for (const roles of [[], ['Executive'], ['admin'], ['constructor']])
      assert.throws(() => scopeOf(roles, ['S-001']), NoRoleError);
  });

  test('a role that is not among the allowed ones is refused', () => {
    const onlyExecutives: readonly Role[] = ['executive'];
    assert.throws(
      () => authorityOf(session(['store-manager'], ['S-001']), onlyExecutives, records),
      RoleRefusedError,
    );
  });

  test('of several roles one counts', () => {
    assert.equal(
      authorityOf(session(['store-manager', 'executive'], ['S-001']), ROLES, records).role,
      'executive',
    );
  });

  test('says in milliseconds when it ends', () => {
    assert.equal(authorityOf(session(['executive']), ROLES, records).expiresAt, 4_600_000);
  });
});

describe('narrowScope', () => {
  const all = authorityOf(session(['executive']), ROLES, records).scope;
  const two = authorityOf(session(['store-manager'], ['S-007', 'S-012']), ROLES, records).scope;

  test('takes a part of a scope', () => {
    assert.equal(scopeKey(narrowScope(all, ['S-001'])), 'stores:["S-001"]');
    assert.equal(scopeKey(narrowScope(two, ['S-012'])), 'stores:["S-012"]');
  });

  test('never leaves the scope, and never turns nothing picked into everything', () => {
    for (const picked of [['S-001'], ['S-007', 'S-001'], ['s-007'], []])
      assert.throws(() => narrowScope(two, picked), OutOfScopeError);
    assert.throws(() => narrowScope(all, []), OutOfScopeError);
  });
});

describe('refusalResponse', () => {
  test('is problem JSON with the status, and says nothing of the inside', async () => {
    const response = refusalResponse(new OutOfScopeError());
    assert.equal(response.status, 403);
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    const title = 'This store is not one of yours.';
    assert.deepEqual(await response.json(), {
      type: 'about:blank',
      title,
      status: 403,
      code: 'OUT_OF_SCOPE',
    });
    assert.equal(refusalResponse(new NotSignedInError()).status, 401);
  });

  test('throws on what is not a refusal', () => {
    assert.throws(() => refusalResponse(new RangeError('a fault')), RangeError);
  });
});
