import { readSearch } from '#lib/address.ts';
import { isFor, readAlertId, storeOfAlert } from '#lib/alert.ts';
import { afterDeed } from '#lib/alert-deed.ts';
import { PAGES } from '#lib/roles.ts';
import { scopeKey } from '#lib/scope.ts';
import { deedOf } from '#server/auth/note-deed.ts';
import { requireConcerned, requireRole } from '#server/auth/require-role.ts';
import { requireOwnSite, requireSameOrigin } from '#server/auth/same-origin.ts';
import { noteDeed } from '#server/ledger/record-deed.ts';
import { alertQueue } from '#server/live/alert-queue.ts';
import { BodyRefusedError, readBodyAs } from '../body.ts';
import { ofLiveStore } from '../live/live-store.ts';
import { problem, problemResponse } from '../problem.ts';
import { NO_QUERY, readQuery } from '../query.ts';
import { ALERTS_ANSWER } from './alerts-answer.ts';
import { DEED_BODY } from './deed-body.ts';

export const dynamic = 'force-dynamic';

const NO_STORE = { 'cache-control': 'no-store' };

/** What is open and concerns the person, dearest first, put off or not; 503 while the live store is away. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { role, scope } = await requireRole(...PAGES.alerts.roles);
    requireOwnSite(request);
    readQuery(NO_QUERY, readSearch(new URL(request.url).searchParams));
    const alerts = await ofLiveStore(alertQueue().list((alert) => isFor(alert, role, scope)));
    return Response.json(ALERTS_ANSWER.parse({ alerts }), { headers: NO_STORE });
  } catch (error) {
    return problemResponse(error);
  }
}

/** A deed of lib/alert-deed.ts on an alert that concerns the person; 409 where it has resolved in the meantime. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const authority = await requireRole(...PAGES.alerts.roles);
    const { person, role, scope } = authority;
    const { id, ...deed } = await readBodyAs(DEED_BODY, request);
    const named = readAlertId(id);
    if (!named) throw new BodyRefusedError(['id']);
    // By the id alone, so that it makes no difference whether there is such an alert.
    const storeId = storeOfAlert(named);
    await requireConcerned(authority, isFor({ rule: named.rule, storeId }, role, scope));
    const noting = alertQueue().note(id, (care) => afterDeed(care, deed, person.account, Date.now()));
    if (!(await ofLiveStore(noting)))
      return problem(409, 'This alert has resolved in the meantime.', 'RESOLVED_MEANWHILE');
    const { action } = deed;
    await noteDeed(
      deedOf(request.headers, person, { action, outcome: 'done', subject: id, scope: scopeKey(scope) }),
    );
    return new Response(null, { status: 204, headers: NO_STORE });
  } catch (error) {
    return problemResponse(error);
  }
}
