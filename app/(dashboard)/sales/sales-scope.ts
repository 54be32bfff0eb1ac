import { notFound } from 'next/navigation';
import type { RowScope } from '#lib/scope.ts';
import { OutOfScopeError } from '#server/auth/refusals.ts';
import { requirePage, requireStores } from '#server/auth/require-role.ts';

/**
 * First line of the page and of each of its panels: the stores a person may see, narrowed to those they picked. A
 * store that is not theirs is not found, and the asking is written down.
 */
export async function requireSalesScope(stores: readonly string[]): Promise<RowScope> {
  const authority = await requirePage('sales');
  if (stores.length === 0) return authority.scope;
  try {
    return await requireStores(authority, stores);
  } catch (error) {
    if (error instanceof OutOfScopeError) notFound();
    throw error;
  }
}
