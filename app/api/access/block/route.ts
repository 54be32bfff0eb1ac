import { PAGES } from '#lib/roles.ts';
import { scopeKey } from '#lib/scope.ts';
import { accessWatch } from '#server/auth/access.ts';
import { blockPerson, liftBlock } from '#server/auth/access-records.ts';
import { deedOf } from '#server/auth/note-deed.ts';
import { refusalResponse } from '#server/auth/refusals.ts';
import { requireAction } from '#server/auth/require-role.ts';
import { requireSameOrigin } from '#server/auth/same-origin.ts';
import { LedgerUnavailableError } from '#server/ledger/reach.ts';
import { auditLedger, recordDeed } from '#server/ledger/record-deed.ts';
import { readForm } from '../../read-body.ts';

/** Blocks an account the audit knows, or lifts its block (`lift=yes`): a plain form. Written down before it is done. */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const { person, scope } = await requireAction('administer');
    const form = await readForm(request);
    const personId = String(form.get('personId'));
    const known =
      accessWatch().records.blocked.get(personId) ??
      (await auditLedger().people()).find((one) => one.personId === personId);
    if (!known || personId === person.id) return answer(422);
    const lift = form.get('lift') === 'yes';
    const deed = { action: lift ? 'unblock' : 'block', outcome: 'done' } as const;
    const subject = known.account;
    await recordDeed(deedOf(request.headers, person, { ...deed, subject, scope: scopeKey(scope) }));
    const { redis } = accessWatch();
    if (lift) await liftBlock(redis, personId);
    else
      await blockPerson(redis, personId, {
        account: known.account,
        by: person.account,
        at: new Date().toISOString(),
      });
    await accessWatch().refresh();
    return answer(303, { location: PAGES.admin.path });
  } catch (error) {
    if (error instanceof LedgerUnavailableError) return answer(503);
    return refusalResponse(error);
  }
}

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
