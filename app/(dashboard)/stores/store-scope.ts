import { notFound } from 'next/navigation';
import type { RowScope } from '#lib/scope.ts';
import type { Authority } from '#server/auth/authority.ts';
import { OutOfScopeError } from '#server/auth/refusals.ts';
import { requirePage, requireStores } from '#server/auth/require-role.ts';

/**
 * First line of a store's page and of each of its panels: that one store, where it is theirs. One that is not is not found,
 * and the asking is written down.
 */
export async function requireStore(storeId: string): Promise<{ authority: Authority; scope: RowScope }> {
  const authority = await requirePage('stores');
  try {
    return { authority, scope: await requireStores(authority, [storeId]) };
  } catch (error) {
    if (error instanceof OutOfScopeError) notFound();
    throw error;
  }
}
