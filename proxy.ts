import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '#lib/content-security-policy.ts';
import { REQUESTED_PATH } from '#lib/requested-path.ts';
import { SESSION_BURST } from '#server/auth/pace.ts';
import { refuseBurst } from '#server/auth/refuse-burst.ts';
import { providerOrigins } from '#server/shared/entra.ts';
import { env } from '#server/shared/env.ts';

/** Where a page sends whoever asks too much; a redirect has no status of its own to say so with. */
const BUSY_PAGE = '/auth/no-access';

/** Headers, and the way back for floods. Who may see what is decided where data is asked for. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const policy = contentSecurityPolicy({
    nonce: randomBytes(16).toString('base64'),
    providerOrigins: providerOrigins(),
    frameAncestors: frameAncestorsOf(pathname),
    inDevelopment: process.env.NODE_ENV === 'development',
  });
  const headers = new Headers(request.headers);
  headers.set(REQUESTED_PATH, `${pathname}${search}`);
  // Next reads the nonce for its own scripts from here.
  headers.set('content-security-policy', policy);
  const isAsset = pathname.startsWith('/_next/');
  const refused = isAsset ? undefined : await refuseBurst(request.headers);
  const response = refused ? new NextResponse(refused.body, refused) : answerOf(request, headers);
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set(
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  );
  // The identity provider's answer arrives at /auth pages, where a severed opener would lose it.
  if (!pathname.startsWith('/auth/'))
    response.headers.set('cross-origin-opener-policy', 'same-origin-allow-popups');
  if (env().APP_ORIGIN.startsWith('https:'))
    response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  return response;
}

function answerOf({ nextUrl }: NextRequest, headers: Headers): NextResponse {
  const request = { headers };
  if (nextUrl.pathname !== BUSY_PAGE || !nextUrl.searchParams.has('busy'))
    return NextResponse.next({ request });
  const retryAfter = { 'retry-after': String(SESSION_BURST.duration) };
  return NextResponse.rewrite(nextUrl, { request, status: 429, headers: retryAfter });
}

/** Silent renewal frames the redirect page within the app itself; the intranet frames what is made for it. */
function frameAncestorsOf(pathname: string): string[] {
  if (pathname === '/auth/redirect') return ["'self'"];
  return pathname.startsWith('/embed/') ? env().EMBED_ORIGINS : [];
}
