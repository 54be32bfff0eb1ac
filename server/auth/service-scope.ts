import type { RowScope } from '#lib/scope.ts';

/**
 * The scope of the process that watches the floor for everybody. Nobody signs in as it and no request can have it: what
 * the process finds is told to each person by that person's own scope. Only server/watch may take it.
 * @param storeId narrows it to one store
 */
export function watchScope(storeId?: string): RowScope {
  return (storeId === undefined ? { kind: 'all' } : { kind: 'stores', storeIds: [storeId] }) as RowScope;
}
