import { ROLES } from '#lib/roles.ts';
import { refusalResponse } from '#server/auth/refusals.ts';
import { requireRole } from '#server/auth/require-role.ts';
import { signInConfiguration } from '#server/auth/sign-in-configuration.ts';
import { EntraUnreachableError } from '#server/shared/entra.ts';

const NO_STORE = { 'cache-control': 'no-store' };

/** What silent renewal needs to know; asked for only when a renewal is due, so that no page has to carry it. */
export async function GET(): Promise<Response> {
  try {
    await requireRole(...ROLES);
    return Response.json(await signInConfiguration(), { headers: NO_STORE });
  } catch (error) {
    if (error instanceof EntraUnreachableError)
      return Response.json({ code: error.code }, { status: 503, headers: NO_STORE });
    return refusalResponse(error);
  }
}
