import { PAGES } from '#lib/roles.ts';
import { refusalResponse } from '#server/auth/refusals.ts';
import { requireRole } from '#server/auth/require-role.ts';
import { getLiveSales } from '#server/live/get-live-sales.ts';

export const dynamic = 'force-dynamic';

/** Sales so far today, once: for a browser that the stream does not reach. */
export async function GET(): Promise<Response> {
  try {
    const { scope } = await requireRole(...PAGES.sales.roles);
    return Response.json(await getLiveSales(scope), { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    return refusalResponse(error);
  }
}
