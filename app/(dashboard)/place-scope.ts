import { notFound } from 'next/navigation';
import type { SearchParams } from '#lib/period.ts';
import { choosePlaces } from '#lib/place-choice.ts';
import type { PageName, Role } from '#lib/roles.ts';
import type { RowScope } from '#lib/scope.ts';
import { OutOfScopeError } from '#server/auth/refusals.ts';
import { requirePage, requirePlaces } from '#server/auth/require-role.ts';

/**
 * First line of a page and of each of its panels: the stores a person may see, narrowed to the stores and regions they
 * picked. One that is not theirs is not found, and the asking is written down.
 */
export async function requirePlaceScope(
  page: PageName,
  search: SearchParams,
): Promise<{ scope: RowScope; role: Role }> {
  const authority = await requirePage(page);
  try {
    return { scope: await requirePlaces(authority, choosePlaces(search)), role: authority.role };
  } catch (error) {
    if (error instanceof OutOfScopeError) notFound();
    throw error;
  }
}
