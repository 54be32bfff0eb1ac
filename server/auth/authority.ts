import type { Person } from '#lib/person.ts';
import { isRole, ROLES, type Role } from '#lib/roles.ts';
import type { RowScope } from '#lib/scope.ts';
import { NoRoleError, NotSignedInError, RoleRefusedError } from './refusals.ts';
import { rowScope } from './row-scope.ts';
import type { Session } from './sealed-session.ts';

/** What a request has proved: who asks, as what, and for which rows. */
export interface Authority {
  readonly person: Person;
  readonly role: Role;
  readonly scope: RowScope;
  /** Epoch milliseconds; an answer that goes on, such as a stream, ends here. */
  readonly expiresAt: number;
}

/**
 * Of several roles the one named first in ROLES counts, so nobody is two things at once.
 * @throws NotSignedInError, NoRoleError, RoleRefusedError, NoStoresError
 */
export function authorityOf(session: Session | undefined, allowed: readonly Role[]): Authority {
  if (!session) throw new NotSignedInError();
  const known = session.roles.filter(isRole);
  const role = ROLES.find((one) => known.includes(one));
  if (!role) throw new NoRoleError();
  if (!allowed.includes(role)) throw new RoleRefusedError();
  const { person, stores, expiresAt } = session;
  return { person, role, scope: rowScope(role, stores), expiresAt: expiresAt * 1_000 };
}
