import type { BusinessDate } from '#lib/business-date.ts';
import { ROLE_REACH } from '#lib/roles.ts';
import type { RowScope } from '#lib/scope.ts';
import type { Authority } from '#server/auth/authority.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { listStoreNames } from '#server/synapse/stores/list-store-names.ts';
import { BodyRefusedError } from '../body.ts';

/**
 * The stores a note is about: the one that was named, or all its author sees, with null for the chain. A store manager
 * of several says which. @param asked the part of their scope that was named @throws BodyRefusedError
 */
export async function storesOfNote(
  { role, scope }: Authority,
  storeId: string | null,
  asked: RowScope,
): Promise<readonly string[] | null> {
  if (storeId === null) {
    if (scope.kind === 'all') return null;
    if (ROLE_REACH[role] === 'stores' && scope.storeIds.length > 1) throw new BodyRefusedError(['storeId']);
    return scope.storeIds;
  }
  // Whoever sees every store may name one that there is not.
  const { rows } = await listStoreNames({}, asked);
  if (rows.length === 0) throw new BodyRefusedError(['storeId']);
  return [storeId];
}

/** @throws BodyRefusedError where the lake holds no such day. */
export async function requireHeldDay(day: BusinessDate): Promise<void> {
  const { firstDate, lastClosedDate } = await getLakeStatus();
  if (day < firstDate || day > lastClosedDate) throw new BodyRefusedError(['day']);
}
