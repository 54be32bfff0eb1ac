import { PAGES } from '#lib/roles.ts';
import { authorityEnds } from '#server/auth/access.ts';
import { refusalResponse } from '#server/auth/refusals.ts';
import { requireRole, requireStores } from '#server/auth/require-role.ts';
import { requireOwnSite } from '#server/auth/same-origin.ts';
import { liveHub } from '#server/live/get-live-sales.ts';
import { liveResponse } from '#server/live/live-response.ts';
import { rawResponse } from '#server/live/raw-response.ts';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** Sales so far today as they happen; `?store=` narrows to stores of one's own. */
export async function GET(request: Request): Promise<Response> {
  try {
    const authority = await requireRole(...PAGES.sales.roles);
    requireOwnSite(request);
    const stores = new URL(request.url).searchParams.getAll('store');
    const scope = stores.length === 0 ? authority.scope : await requireStores(authority, stores);
    const signal = AbortSignal.any([request.signal, authorityEnds(authority)]);
    // Who left during the await above is noticed here: nothing is awaited between this and the hub's own look.
    const lastEventId = request.headers.get('last-event-id');
    const { expiresAt } = authority;
    return liveResponse(liveHub(), { scope, signal, expiresAt, lastEventId, response: rawResponse() });
  } catch (error) {
    return refusalResponse(error);
  }
}
