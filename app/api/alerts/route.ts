import { readAlertId } from '#lib/alert.ts';
import { isUnavailable } from '#lib/live-sales.ts';
import { PAGES } from '#lib/roles.ts';
import { scopeKey } from '#lib/scope.ts';
import { deedOf } from '#server/auth/note-deed.ts';
import { OutOfScopeError, refusalResponse } from '#server/auth/refusals.ts';
import { requireRole, requireStores } from '#server/auth/require-role.ts';
import { requireSameOrigin } from '#server/auth/same-origin.ts';
import { noteDeed } from '#server/ledger/record-deed.ts';
import { alertQueue } from '#server/live/alert-queue.ts';
import { getLiveSales } from '#server/live/get-live-sales.ts';
import { openAlerts } from '../../(dashboard)/today/open-alerts.ts';
import { getUsualDay } from '../../(dashboard)/today/usual-day.ts';

export const dynamic = 'force-dynamic';

const NO_STORE = { 'Cache-Control': 'no-store' };
/** Half an hour: then it is told again, if it still holds. */
const SNOOZE_MS = 30 * 60_000;

/** What the person has to be told now, dearest first; 503 while the figures it is judged by are away. */
export async function GET(): Promise<Response> {
  try {
    const { scope } = await requireRole(...PAGES.today.roles);
    const alerts = await getUsualDay(scope)
      .then((usual) => openAlerts(scope, usual))
      .catch(() => null);
    return Response.json(alerts, { status: alerts ? 200 : 503, headers: NO_STORE });
  } catch (error) {
    return refusalResponse(error);
  }
}

/** `{ id, action: 'acknowledge' | 'snooze' }`: on an alert of one's own stores, which is still open. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const authority = await requireRole(...PAGES.today.roles);
    const { person, scope } = authority;
    const { id, action } = readDeed(await request.json().catch(() => null));
    const named = readAlertId(id);
    if (!named || !action) return new Response(null, { status: 422, headers: NO_STORE });
    const sales = await getLiveSales(scope);
    if (named.rule === 'store-silent') await requireStores(authority, [named.subject]);
    else if (named.subject !== sales.audience) throw new OutOfScopeError();
    if (isUnavailable(sales)) return new Response(null, { status: 503, headers: NO_STORE });
    const change =
      action === 'acknowledge'
        ? { acknowledgedBy: person.account }
        : { snoozedUntil: sales.sentAt + SNOOZE_MS };
    const isOpen = await alertQueue().note(sales.businessDate, id, change);
    if (isOpen)
      await noteDeed(
        deedOf(request.headers, person, { action, outcome: 'done', subject: id, scope: scopeKey(scope) }),
      );
    return new Response(null, { status: isOpen ? 204 : 409, headers: NO_STORE });
  } catch (error) {
    return refusalResponse(error);
  }
}

function readDeed(body: unknown): { id: string; action: 'acknowledge' | 'snooze' | null } {
  const { id, action } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return {
    id: typeof id === 'string' ? id.slice(0, 100) : '',
    action: action === 'acknowledge' || action === 'snooze' ? action : null,
  };
}
