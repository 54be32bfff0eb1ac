import { readSearch } from '#lib/address.ts';
import { PAGES } from '#lib/roles.ts';
import { requireRole } from '#server/auth/require-role.ts';
import { requireOwnSite } from '#server/auth/same-origin.ts';
import { getLiveSales } from '#server/live/get-live-sales.ts';
import { problemResponse } from '../../problem.ts';
import { NO_QUERY, readQuery } from '../../query.ts';
import { SALES_ANSWER } from './sales-answer.ts';

export const dynamic = 'force-dynamic';

/** Sales so far today, once: for a browser that the stream does not reach. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { scope } = await requireRole(...PAGES.sales.roles);
    requireOwnSite(request);
    readQuery(NO_QUERY, readSearch(new URL(request.url).searchParams));
    const body = SALES_ANSWER.parse(await getLiveSales(scope));
    return Response.json(body, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error);
  }
}
