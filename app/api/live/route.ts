import { ROLES } from '#lib/roles.ts';
import { refusalResponse } from '#server/auth/refusals.ts';
import { requireRole } from '#server/auth/require-role.ts';
import { narrowScope } from '#server/auth/row-scope.ts';
import { liveHub } from '#server/live/get-live-sales.ts';
import { liveResponse } from '#server/live/live-response.ts';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** Sales so far today as they happen; `?store=` narrows to stores of one's own. */
export async function GET(request: Request): Promise<Response> {
  try {
    const authority = await requireRole(...ROLES);
    const stores = new URL(request.url).searchParams.getAll('store');
    const scope = stores.length === 0 ? authority.scope : narrowScope(authority.scope, stores);
    // Who left during the await above is noticed here: nothing is awaited between this and the hub's own look.
    return liveResponse(liveHub(), { scope, signal: request.signal, expiresAt: authority.expiresAt });
  } catch (error) {
    return refusalResponse(error);
  }
}
