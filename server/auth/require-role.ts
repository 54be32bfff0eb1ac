import 'server-only';
import { headers } from 'next/headers.js';
import { REQUESTED_PATH } from '#lib/requested-path.ts';
import { returnTo } from '#lib/return-to.ts';
import { PAGES, type PageName, ROLES, type Role } from '#lib/roles.ts';
import { type Authority, authorityOf } from './authority.ts';
import { NotSignedInError, Refusal } from './refusals.ts';
import { getSession } from './session.ts';

/** First line of every panel and route handler. @throws Refusal */
export async function requireRole(...roles: readonly Role[]): Promise<Authority> {
  return authorityOf(await getSession(), roles);
}

/**
 * First line of every page, before the first byte: a streamed page can no longer turn anybody away. Who is not signed
 * in goes to the sign-in page and comes back; who is refused is told why.
 */
export async function requirePage(page: PageName): Promise<Authority> {
  return turnAway(requireRole(...PAGES[page].roles), `?page=${page}`);
}

/** As requirePage, for what every role may see. It does not guard the pages inside a layout: they guard themselves. */
export async function requireSignedIn(): Promise<Authority> {
  return turnAway(requireRole(...ROLES), '');
}

async function turnAway(proving: Promise<Authority>, refused: string): Promise<Authority> {
  try {
    return await proving;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Loaded here because plain Node, which also runs this file, cannot load it for server components.
    const { redirect } = await import('next/navigation.js');
    if (!(error instanceof NotSignedInError)) return redirect(`/auth/no-access${refused}`);
    const asked = returnTo((await headers()).get(REQUESTED_PATH));
    return redirect(`/sign-in?returnTo=${encodeURIComponent(asked)}`);
  }
}
