import { ROLES } from '#lib/roles.ts';
import { refusalResponse } from '#server/auth/refusals.ts';
import { requireRole } from '#server/auth/require-role.ts';
import { signInConfiguration } from '#server/auth/sign-in-configuration.ts';

/** What silent renewal needs to know; asked for only when a renewal is due, so that no page has to carry it. */
export async function GET(): Promise<Response> {
  try {
    await requireRole(...ROLES);
  } catch (error) {
    return refusalResponse(error);
  }
  return Response.json(await signInConfiguration(), { headers: { 'cache-control': 'no-store' } });
}
