import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '#lib/content-security-policy.ts';
import { REQUESTED_PATH } from '#lib/requested-path.ts';
import { providerOrigins } from '#server/shared/entra.ts';
import { env } from '#server/shared/env.ts';
import { standingHeaders } from '#server/shared/standing-headers.ts';

/** Where a page sends whoever asks too much; a redirect has no status of its own to say so with. */
const BUSY_PAGE = '/auth/no-access';

const BUSY_FOR_S = 10;

/** Headers, and the words for whoever asks too much. Who may see what is decided where data is asked for. */
export function proxy(request: NextRequest): NextResponse {
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
  const response = answerOf(request, headers);
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of Object.entries(standingHeaders())) response.headers.set(name, value);
  // The identity provider's answer arrives at /auth pages, where a severed opener would lose it.
  if (!pathname.startsWith('/auth/'))
    response.headers.set('cross-origin-opener-policy', 'same-origin-allow-popups');
  return response;
}

function answerOf({ nextUrl }: NextRequest, headers: Headers): NextResponse {
  const request = { headers };
  if (nextUrl.pathname !== BUSY_PAGE || !nextUrl.searchParams.has('busy'))
    return NextResponse.next({ request });
  const retryAfter = { 'retry-after': String(BUSY_FOR_S) };
  return NextResponse.rewrite(nextUrl, { request, status: 429, headers: retryAfter });
}

/** Silent renewal frames the redirect page within the app itself; the intranet frames what is made for it. */
function frameAncestorsOf(pathname: string): string[] {
  if (pathname === '/auth/redirect') return ["'self'"];
  return pathname.startsWith('/embed/') ? env().EMBED_ORIGINS : [];
}
