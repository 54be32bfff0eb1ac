import { readSearch } from '#lib/address.ts';
import { ROLES } from '#lib/roles.ts';
import { findPages, placeOf } from '#lib/search-found.ts';
import { requireRole } from '#server/auth/require-role.ts';
import { requireOwnSite } from '#server/auth/same-origin.ts';
import { findByWords, wordsPattern } from '#server/synapse/search/find-by-words.ts';
import { problemResponse } from '../problem.ts';
import { readQuery, SEARCH_QUERY } from '../query.ts';
import { SEARCH_ANSWER } from '../search-answer.ts';

export const dynamic = 'force-dynamic';

/** Pages, stores, products and customers by what was typed, each kind for the roles that have a page of it. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { role, scope } = await requireRole(...ROLES);
    requireOwnSite(request);
    const { q } = readQuery(SEARCH_QUERY, readSearch(new URL(request.url).searchParams));
    const of = (kind: 'store' | 'product' | 'customer') =>
      placeOf(role, kind, '', '') === null ? '' : wordsPattern(q);
    const patterns = { store: of('store'), product: of('product'), customer: of('customer') };
    // Who has a page of none of them costs no question.
    const asked = Object.values(patterns).some((pattern) => pattern !== '');
    const { rows } = asked ? await findByWords(patterns, scope) : { rows: [] };
    const found = rows.flatMap(({ kind, id, name }) => {
      const href = placeOf(role, kind, id, name);
      return href === null ? [] : [{ kind, id, name, href }];
    });
    const body = SEARCH_ANSWER.parse({ found: [...findPages(role, q), ...found] });
    return Response.json(body, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error);
  }
}
