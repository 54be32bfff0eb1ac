import 'server-only';
import { headers } from 'next/headers.js';
import { redirect } from 'next/navigation.js';
import { returnTo } from '#lib/return-to.ts';
import { PAGES, type PageName, type Role } from '#lib/roles.ts';
import { type Authority, authorityOf } from './authority.ts';
import { NotSignedInError, Refusal } from './refusals.ts';
import { getSession } from './session.ts';

/** Where proxy.ts writes the address that was asked for. Whoever forges it only sends themselves elsewhere in the app. */
export const REQUESTED_PATH = 'x-requested-path';

/** First line of every panel and route handler. @throws Refusal */
export async function requireRole(...roles: readonly [Role, ...Role[]]): Promise<Authority> {
  return authorityOf(await getSession(), roles);
}

/**
 * First line of every page, before the first byte: a streamed page can no longer turn anybody away. Who is not signed
 * in goes to the sign-in page and comes back; who is refused is told why.
 */
export async function requirePage(page: PageName): Promise<Authority> {
  try {
    return authorityOf(await getSession(), PAGES[page].roles);
  } catch (error) {
    if (error instanceof NotSignedInError) {
      const asked = returnTo((await headers()).get(REQUESTED_PATH) ?? PAGES[page].path);
      redirect(`/sign-in?returnTo=${encodeURIComponent(asked)}`);
    }
    if (error instanceof Refusal) redirect(`/auth/no-access?page=${page}`);
    throw error;
  }
}
