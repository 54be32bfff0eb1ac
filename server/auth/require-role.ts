import 'server-only';
import { headers } from 'next/headers.js';
import { cache } from 'react';
import type { Places } from '#lib/place-choice.ts';
import { REQUESTED_PATH } from '#lib/requested-path.ts';
import { returnTo } from '#lib/return-to.ts';
import { ACTIONS, type ActionName, mayExport, PAGES, type PageName, ROLES, type Role } from '#lib/roles.ts';
import { type RowScope, scopeCovers } from '#lib/scope.ts';
import type { SensitivityLabel } from '#lib/sensitivity.ts';
import { freshAccess, knownAccess, pacePerson } from './access.ts';
import { type Authority, authorityOf } from './authority.ts';
import { noteOutcome } from './note-deed.ts';
import {
  ClearanceError,
  NotSignedInError,
  OutOfScopeError,
  Refusal,
  TooManyRequestsError,
} from './refusals.ts';
import { narrowScope } from './row-scope.ts';
import type { Session } from './sealed-session.ts';
import { getSession } from './session.ts';

/** First line of every panel and route handler. Who is refused is written down. @throws Refusal */
export async function requireRole(...roles: readonly Role[]): Promise<Authority> {
  const session = await pacedSession();
  return noted(session, async () => authorityOf(session, roles, await knownAccess()));
}

/** First line of whatever cannot be taken back; it also asks Redis whether the person still may. @throws Refusal */
export async function requireAction(action: ActionName): Promise<Authority> {
  const session = await pacedSession();
  return noted(session, async () => authorityOf(session, ACTIONS[action], await freshAccess()));
}

/** Before a file is given out: whether its label is within the clearance of the role. @throws ClearanceError, noted */
export async function requireClearance(authority: Authority, label: SensitivityLabel): Promise<void> {
  await noted(authority.session, async () => {
    if (!mayExport(authority.role, label)) throw new ClearanceError();
  });
}

/** The part of their scope that a person picked. @throws OutOfScopeError, which is written down */
export async function requireStores(authority: Authority, storeIds: readonly string[]): Promise<RowScope> {
  return noted(authority.session, async () => narrowScope(authority.scope, storeIds));
}

/** That what they act on concerns them, be it of a store or of the chain. @throws OutOfScopeError, which is written down */
export async function requireConcerned(authority: Authority, isConcerned: boolean): Promise<void> {
  await noted(authority.session, async () => {
    if (!isConcerned) throw new OutOfScopeError();
  });
}

/**
 * The part of their scope that a person picked by stores and by regions; all of it where they picked neither. Of a
 * region they get the stores that are theirs.
 * @throws OutOfScopeError where a store is not theirs or no store of a region is; it is written down
 */
export async function requirePlaces(authority: Authority, { stores, regions }: Places): Promise<RowScope> {
  if (stores.length + regions.length === 0) return authority.scope;
  const records = await knownAccess();
  const inRegions = regions
    .flatMap((region) => records.regions.get(region) ?? [])
    .filter((storeId) => scopeCovers(authority.scope, storeId));
  return requireStores(authority, [...stores, ...inRegions]);
}

/**
 * First line of every page, before the first byte: a streamed page can no longer turn anybody away. Who is not signed
 * in goes to the sign-in page and comes back; who is refused is told why.
 */
export async function requirePage(page: PageName): Promise<Authority> {
  return turnAway(requireRole(...PAGES[page].roles), `?page=${page}`);
}

/** For a page in a frame, which cannot send anybody elsewhere: what was proved, or why not, to be said in place. */
export async function provePage(page: PageName): Promise<Authority | Refusal> {
  return requireRole(...PAGES[page].roles).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
}

/** As requirePage, for what every role may see. It does not guard the pages inside a layout: they guard themselves. */
export async function requireSignedIn(): Promise<Authority> {
  const session = await getSession();
  return turnAway(
    knownAccess().then((records) => authorityOf(session, ROLES, records)),
    '',
  );
}

/** The session of this request, counted once however many panels ask. @throws TooManyRequestsError */
const pacedSession = cache(async (): Promise<Session | undefined> => {
  const session = await getSession();
  if (session) await pacePerson(session.person.id);
  return session;
});

async function noted<T>(session: Session | undefined, prove: () => Promise<T>): Promise<T> {
  try {
    return await prove();
  } catch (error) {
    if (error instanceof Refusal && session)
      await noteOutcome(await headers(), session.person, 'open', error);
    throw error;
  }
}

async function turnAway(proving: Promise<Authority>, refused: string): Promise<Authority> {
  try {
    return await proving;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Loaded here because plain Node, which also runs this file, cannot load it for server components.
    const { redirect } = await import('next/navigation.js');
    if (error instanceof TooManyRequestsError) return redirect('/auth/no-access?busy=yes');
    if (!(error instanceof NotSignedInError)) return redirect(`/auth/no-access${refused}`);
    const asked = returnTo((await headers()).get(REQUESTED_PATH));
    return redirect(`/sign-in?returnTo=${encodeURIComponent(asked)}`);
  }
}
