import 'server-only';
import { scopeKey } from '#lib/scope.ts';
import { env } from '#server/shared/env.ts';
import { remember } from '#server/shared/remember.ts';
import { AccessWatch } from './access-watch.ts';
import { type Authority, authorityOf } from './authority.ts';
import { ADDRESS_PACE, keepPace, PERSON_PACE, PERSONAL_PACE } from './pace.ts';
import { AuthorityUnknownError, Refusal } from './refusals.ts';

/** While Redis is away reading goes on for so long, by what was known last; then nobody may read any more. */
const LONGEST_UNCONFIRMED_MS = 15 * 60_000;

export function accessWatch(): AccessWatch {
  return remember('access-watch', () => new AccessWatch({ url: env().REDIS_URL, now: Date.now }));
}

/** One request of somebody known. @throws TooManyRequestsError */
export async function pacePerson(personId: string): Promise<void> {
  const pace = remember('pace-person', () => keepPace(accessWatch().redis, 'person', PERSON_PACE));
  await pace(personId);
}

/** One attempt to sign in, from a network address. @throws TooManyRequestsError */
export async function paceAddress(address: string): Promise<void> {
  const pace = remember('pace-address', () => keepPace(accessWatch().redis, 'address', ADDRESS_PACE));
  await pace(address);
}

/** One look at who a customer is. @throws TooManyRequestsError */
export async function pacePersonal(personId: string): Promise<void> {
  const pace = remember('pace-personal', () => keepPace(accessWatch().redis, 'personal', PERSONAL_PACE));
  await pace(personId);
}

/** What our records say now. @throws AuthorityUnknownError where nobody has vouched for them for too long */
export async function knownAccess(watch = accessWatch(), now = Date.now()) {
  await watch.known();
  if (now - watch.confirmedAt > LONGEST_UNCONFIRMED_MS) throw new AuthorityUnknownError();
  return watch.records;
}

/** The same, read this very moment: for what cannot be taken back. @throws AuthorityUnknownError */
export async function freshAccess(watch = accessWatch()) {
  await watch.refresh().catch((cause: unknown) => {
    throw new AuthorityUnknownError({ cause });
  });
  return watch.records;
}

/**
 * Aborts within two seconds of the moment when a proved authority is no longer what it was: signed out, blocked, other
 * stores, or records unconfirmed for too long. An answer that goes on must end with it.
 */
export function authorityEnds(authority: Authority, watch = accessWatch(), now = Date.now): AbortSignal {
  const { role, scope, session, expiresAt } = authority;
  const holds = () => {
    if (now() - watch.confirmedAt > LONGEST_UNCONFIRMED_MS) return false;
    try {
      return scopeKey(authorityOf(session, [role], watch.records).scope) === scopeKey(scope);
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  };
  return watch.whileItHolds(holds, expiresAt);
}
