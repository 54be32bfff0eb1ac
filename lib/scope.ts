/**
 * The stores a person may see. Every question takes one, so every cache key holds one. Only `server/auth` makes
 * them, from a proven session; an empty scope does not exist, it is a refusal.
 */
export type RowScope = ScopeOfStores & { readonly __provedBy: 'server/auth' };

export type ScopeOfStores =
  | { readonly kind: 'all' }
  | { readonly kind: 'stores'; readonly storeIds: readonly [string, ...string[]] };

/** The same text for the same rows, whatever order the stores came in: fit for a cache key. */
export function scopeKey(scope: ScopeOfStores): string {
  return scope.kind === 'all' ? 'all' : `stores:${JSON.stringify([...scope.storeIds].sort())}`;
}

export function scopeCovers(scope: ScopeOfStores, storeId: string): boolean {
  return scope.kind === 'all' || scope.storeIds.includes(storeId);
}
