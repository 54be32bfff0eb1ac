import type { Person } from '#lib/person.ts';
import { isRole, ROLES, type Role } from '#lib/roles.ts';
import type { RowScope } from '#lib/scope.ts';
import type { AccessRecords } from './access-records.ts';
import { AccountBlockedError, NoRoleError, NotSignedInError, RoleRefusedError } from './refusals.ts';
import { rowScope } from './row-scope.ts';
import type { Session } from './sealed-session.ts';

/** What a request has proved: who asks, as what, and for which rows. */
export interface Authority {
  readonly person: Person;
  readonly role: Role;
  readonly scope: RowScope;
  /** Epoch milliseconds; an answer that goes on, such as a stream, ends here. */
  readonly expiresAt: number;
  readonly session: Session;
}

/**
 * Of several roles the one named first in ROLES counts, so nobody is two things at once. Our own records come before
 * the token: who is signed out or blocked is that at once, and mapped stores take the place of the claims.
 * @throws NotSignedInError, AccountBlockedError, NoRoleError, RoleRefusedError, NoStoresError
 */
export function authorityOf(
  session: Session | undefined,
  allowed: readonly Role[],
  { blocked, ended, mapped, regions }: AccessRecords,
): Authority {
  if (!session || ended.has(session.id)) throw new NotSignedInError();
  const { person, expiresAt } = session;
  if (blocked.has(person.id)) throw new AccountBlockedError();
  const known = session.roles.filter(isRole);
  const role = ROLES.find((one) => known.includes(one));
  if (!role) throw new NoRoleError();
  if (!allowed.includes(role)) throw new RoleRefusedError();
  const listed = mapped.get(person.id) ?? session;
  const scope = rowScope(role, {
    stores: listed.stores,
    regions: listed.regions,
    storesOf: (region) => regions.get(region) ?? [],
  });
  return { person, role, scope, expiresAt: expiresAt * 1_000, session };
}
