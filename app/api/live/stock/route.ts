import { PAGES } from '#lib/roles.ts';
import { refusalResponse } from '#server/auth/refusals.ts';
import { requireRole, requireStores } from '#server/auth/require-role.ts';
import { listStockFloors } from '#server/live/stock-floors.ts';

export const dynamic = 'force-dynamic';

const NO_STORE = { 'Cache-Control': 'no-store' };

/** The cells of the stock heatmap; `?store=` gives one store’s shelves, with what runs out and what is doubted. */
export async function GET(request: Request): Promise<Response> {
  try {
    const authority = await requireRole(...PAGES.today.roles);
    const store = new URL(request.url).searchParams.get('store');
    const scope = store === null ? authority.scope : await requireStores(authority, [store]);
    const floors = await listStockFloors(scope).catch(() => null);
    if (!floors) return new Response(null, { status: 503, headers: NO_STORE });
    const told =
      store === null ? floors.map((floor) => ({ ...floor, runningOut: [], phantoms: [] })) : floors;
    return Response.json(told, { headers: NO_STORE });
  } catch (error) {
    return refusalResponse(error);
  }
}
