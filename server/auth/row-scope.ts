import { ROLE_REACH, type Role } from '#lib/roles.ts';
import { type RowScope, type ScopeOfStores, scopeCovers } from '#lib/scope.ts';
import { NoStoresError, OutOfScopeError } from './refusals.ts';

/** What an account lists, and which stores its regions have today. */
export interface Listed {
  readonly stores: readonly string[];
  readonly regions: readonly string[];
  readonly storesOf: (region: string) => readonly string[];
}

/**
 * The stores a role may see. A store named `*` is a store of that name: nothing but a role opens all of them. A region
 * becomes its stores here, so that every other part of the product knows of stores alone.
 * @throws NoStoresError where a role that is held for stores comes with none.
 */
export function rowScope(role: Role, { stores, regions, storesOf }: Listed): RowScope {
  const reach = ROLE_REACH[role];
  if (reach === 'chain') return prove({ kind: 'all' });
  return scopeOf(reach === 'stores' ? stores : regions.flatMap(storesOf), new NoStoresError());
}

/**
 * The part of a scope that a person picked.
 * @throws OutOfScopeError where a picked store is not in it, or none was picked.
 */
export function narrowScope(scope: RowScope, storeIds: readonly string[]): RowScope {
  if (!storeIds.every((storeId) => scopeCovers(scope, storeId))) throw new OutOfScopeError();
  return scopeOf(storeIds, new OutOfScopeError());
}

function scopeOf(stores: readonly string[], refusal: Error): RowScope {
  const [first, ...others] = [...new Set(stores.filter((store) => store.trim() !== ''))].sort();
  if (first === undefined) throw refusal;
  return prove({ kind: 'stores', storeIds: [first, ...others] });
}

function prove(scope: ScopeOfStores): RowScope {
  return scope as RowScope;
}
