import { readSearch } from '#lib/address.ts';
import { PAGES } from '#lib/roles.ts';
import { requireRole } from '#server/auth/require-role.ts';
import { requireOwnSite } from '#server/auth/same-origin.ts';
import { findByNumber } from '#server/synapse/customers/find-by-number.ts';
import { NUMBERS_ANSWER } from '../numbers-answer.ts';
import { problemResponse } from '../problem.ts';
import { NUMBERS_QUERY, readQuery } from '../query.ts';

export const dynamic = 'force-dynamic';

/** Whose loyalty number or id begins so, of the customers of one's stores: what a search shows while somebody types. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { scope } = await requireRole(...PAGES.customers.roles);
    requireOwnSite(request);
    const { beginning } = readQuery(NUMBERS_QUERY, readSearch(new URL(request.url).searchParams));
    const { rows } = await findByNumber({ beginning }, scope);
    const found = rows.map(({ customerKey, ...row }) => ({ customerId: String(customerKey), ...row }));
    return Response.json(NUMBERS_ANSWER.parse({ found }), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error);
  }
}
