import { noteOutcome } from '#server/auth/note-deed.ts';
import { refusalResponse } from '#server/auth/refusals.ts';
import { requireSameOrigin } from '#server/auth/same-origin.ts';
import { leaveSession, NO_SESSION_COOKIE } from '#server/auth/session.ts';

/** Signs out: a form posts here, so that it works without script; the way out of the identity provider comes next. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
  } catch (error) {
    return refusalResponse(error);
  }
  const left = await leaveSession(request.headers);
  if (left) await noteOutcome(request.headers, left.person, 'sign-out');
  return new Response(null, {
    status: 303,
    headers: {
      location: '/auth/sign-out',
      'set-cookie': NO_SESSION_COOKIE,
      // What the browser kept of pages and pictures goes too; its cookies it shares with other sites of this domain.
      'clear-site-data': '"cache"',
    },
  });
}
