import { isFor, readAlertId, storeOfAlert } from '#lib/alert.ts';
import { afterDeed, readAlertDeed } from '#lib/alert-deed.ts';
import { PAGES } from '#lib/roles.ts';
import { scopeKey } from '#lib/scope.ts';
import { deedOf } from '#server/auth/note-deed.ts';
import { OutOfScopeError, refusalResponse } from '#server/auth/refusals.ts';
import { requireRole, requireStores } from '#server/auth/require-role.ts';
import { requireSameOrigin } from '#server/auth/same-origin.ts';
import { noteDeed } from '#server/ledger/record-deed.ts';
import { alertQueue } from '#server/live/alert-queue.ts';
import { readJson } from '../read-body.ts';

export const dynamic = 'force-dynamic';

const NO_STORE = { 'Cache-Control': 'no-store' };

/** What is open and concerns the person, dearest first, put off or not; 503 while the live store is away. */
export async function GET(): Promise<Response> {
  try {
    const { role, scope } = await requireRole(...PAGES.alerts.roles);
    const alerts = await alertQueue()
      .list((alert) => isFor(alert, role, scope))
      .catch(() => null);
    return Response.json(alerts, { status: alerts ? 200 : 503, headers: NO_STORE });
  } catch (error) {
    return refusalResponse(error);
  }
}

/** A deed of lib/alert-deed.ts on an alert that concerns the person; 409 where it has resolved in the meantime. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const authority = await requireRole(...PAGES.alerts.roles);
    const { person, role, scope } = authority;
    const asked = readAlertDeed(await readJson(request));
    const named = asked && readAlertId(asked.id);
    if (!named) return new Response(null, { status: 422, headers: NO_STORE });
    const { id, deed } = asked;
    // By the id alone, so that it makes no difference whether there is such an alert.
    const storeId = storeOfAlert(named);
    if (storeId !== null) await requireStores(authority, [storeId]);
    if (!isFor({ rule: named.rule, storeId }, role, scope)) throw new OutOfScopeError();
    const isOpen = await alertQueue().note(id, (care) => afterDeed(care, deed, person.account, Date.now()));
    if (isOpen) {
      const { action } = deed;
      await noteDeed(
        deedOf(request.headers, person, { action, outcome: 'done', subject: id, scope: scopeKey(scope) }),
      );
    }
    return new Response(null, { status: isOpen ? 204 : 409, headers: NO_STORE });
  } catch (error) {
    return refusalResponse(error);
  }
}
