import { readSearch } from '#lib/address.ts';
import { PAGES } from '#lib/roles.ts';
import { requireRole, requireStores } from '#server/auth/require-role.ts';
import { requireOwnSite } from '#server/auth/same-origin.ts';
import { listStockFloors } from '#server/live/stock-floors.ts';
import { problemResponse } from '../../problem.ts';
import { readQuery, STOCK_QUERY } from '../../query.ts';
import { ofLiveStore } from '../live-store.ts';
import { STOCK_ANSWER } from './stock-answer.ts';

export const dynamic = 'force-dynamic';

/** The cells of the stock heatmap; `?store=` gives one store’s shelves, with what runs out and what is doubted. */
export async function GET(request: Request): Promise<Response> {
  try {
    const authority = await requireRole(...PAGES.today.roles);
    requireOwnSite(request);
    const { store } = readQuery(STOCK_QUERY, readSearch(new URL(request.url).searchParams));
    const scope = store === undefined ? authority.scope : await requireStores(authority, [store]);
    const told = await ofLiveStore(listStockFloors(scope));
    const floors =
      store === undefined ? told.map((floor) => ({ ...floor, runningOut: [], phantoms: [] })) : told;
    return Response.json(STOCK_ANSWER.parse({ floors }), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error);
  }
}
