import { refusalResponse } from '#server/auth/refusals.ts';
import { requireSameOrigin } from '#server/auth/same-origin.ts';
import { NO_SESSION_COOKIE } from '#server/auth/session.ts';

/** Signs out: a form posts here, so that it works without script; the way out of the identity provider comes next. */
export function POST(request: Request): Response {
  try {
    requireSameOrigin(request);
  } catch (error) {
    return refusalResponse(error);
  }
  return new Response(null, {
    status: 303,
    headers: { location: '/auth/sign-out', 'set-cookie': NO_SESSION_COOKIE },
  });
}
