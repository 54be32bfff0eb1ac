import { notFound } from 'next/navigation';
import type { SearchParams } from '#lib/period.ts';
import { choosePlaces } from '#lib/place-choice.ts';
import type { RowScope } from '#lib/scope.ts';
import { OutOfScopeError } from '#server/auth/refusals.ts';
import { requirePage, requirePlaces } from '#server/auth/require-role.ts';

/**
 * First line of the page and of each of its panels: the stores a person may see, narrowed to the stores and regions they
 * picked. A store that is not theirs is not found, and the asking is written down.
 */
export async function requireSalesScope(search: SearchParams): Promise<RowScope> {
  const authority = await requirePage('sales');
  try {
    return await requirePlaces(authority, choosePlaces(search));
  } catch (error) {
    if (error instanceof OutOfScopeError) notFound();
    throw error;
  }
}
