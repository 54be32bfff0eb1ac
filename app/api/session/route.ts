import { paceAddress } from '#server/auth/access.ts';
import { addressOf, noteOutcome } from '#server/auth/note-deed.ts';
import {
  AccessTokenRefusedError,
  ForeignOriginError,
  NotSignedInError,
  Refusal,
  refusalResponse,
  TooManyRequestsError,
} from '#server/auth/refusals.ts';
import { requireSameOrigin } from '#server/auth/same-origin.ts';
import { SessionTooLargeError } from '#server/auth/sealed-session.ts';
import { getSession, renewSession, type StartedSession, startSession } from '#server/auth/session.ts';
import { SigningKeysUnreachableError } from '#server/auth/verify-access-token.ts';
import { EntraUnreachableError } from '#server/shared/entra.ts';
import { log } from '#server/shared/log.ts';

/** Who am I, and for how many seconds more. */
export async function GET(): Promise<Response> {
  const session = await getSession();
  return session ? sessionResponse(session) : refusalResponse(new NotSignedInError());
}

/** Signs in: a new session from the access token in the Authorization header. */
export function POST(request: Request): Promise<Response> {
  return fromAccessToken(request, 'session.started', startSession);
}

/** Renews: the same session, its roles and stores read again. */
export function PUT(request: Request): Promise<Response> {
  return fromAccessToken(request, 'session.renewed', renewSession);
}

async function fromAccessToken(
  request: Request,
  event: string,
  make: (accessToken: string, asked: Headers) => Promise<StartedSession>,
): Promise<Response> {
  try {
    requireSameOrigin(request);
    await paceAddress(addressOf(request.headers));
    const [, accessToken] = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '') ?? [];
    if (accessToken === undefined) throw new AccessTokenRefusedError();
    const { session, cookie } = await make(accessToken, request.headers);
    log('info', event, { session: session.id, person: session.person.id });
    if (event === 'session.started') await noteOutcome(request.headers, session.person, 'sign-in');
    return sessionResponse(session, cookie);
  } catch (error) {
    // A flood is counted, not written down: it would bury everything else.
    if (
      error instanceof Refusal &&
      !(error instanceof TooManyRequestsError) &&
      !(error instanceof ForeignOriginError)
    )
      await noteOutcome(request.headers, undefined, 'sign-in', error);
    return failureResponse(error);
  }
}

function sessionResponse(
  { person: { name, account }, expiresAt }: StartedSession['session'],
  cookie?: string,
): Response {
  const expiresIn = Math.max(0, Math.floor(expiresAt - Date.now() / 1_000));
  const headers = { 'cache-control': 'no-store', ...(cookie !== undefined && { 'set-cookie': cookie }) };
  return Response.json({ name, account, expiresIn }, { headers });
}

function failureResponse(error: unknown): Response {
  if (error instanceof Refusal) {
    const because = error.cause instanceof Error ? error.cause.message : undefined;
    log('warn', 'session.refused', { code: error.code, because });
    return refusalResponse(error);
  }
  const unreachable = error instanceof EntraUnreachableError || error instanceof SigningKeysUnreachableError;
  if (!unreachable && !(error instanceof SessionTooLargeError)) throw error;
  const { code } = error;
  log('error', 'session.failed', { code });
  return Response.json(
    { code },
    { status: unreachable ? 503 : 422, headers: { 'cache-control': 'no-store' } },
  );
}
