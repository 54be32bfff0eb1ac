import { type Alert, isFor, isTold } from '#lib/alert.ts';
import type { Role } from '#lib/roles.ts';
import type { RowScope } from '#lib/scope.ts';
import { alertQueue } from '#server/live/alert-queue.ts';

interface Asker {
  readonly role: Role;
  readonly scope: RowScope;
}

/** What somebody is to be told now, dearest first. @throws where the live store is away */
export async function openAlerts(asker: Asker): Promise<Alert[]> {
  const now = Date.now();
  return (await listAlerts(asker)).filter((alert) => isTold(alert, now));
}

/** The same with what is put off. */
export function listAlerts({ role, scope }: Asker): Promise<Alert[]> {
  return alertQueue().list((alert) => isFor(alert, role, scope));
}
