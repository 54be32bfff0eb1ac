import 'server-only';
import { REVEAL_REASONS, type RevealGrant, type RevealReason } from '#lib/customer-contact.ts';
import { scopeKey } from '#lib/scope.ts';
import { recordDeed } from '#server/ledger/record-deed.ts';
import { pacePersonal } from './access.ts';
import { deedOf } from './note-deed.ts';
import { requireAction } from './require-role.ts';
import type { Asked } from './session-cookie.ts';

/**
 * Leave to read one customer's details, for somebody who may and says why. It is written down before anything is read.
 * @throws Refusal; LedgerUnavailableError where it cannot be written down: then there is no leave.
 */
export async function grantReveal(
  asked: Asked,
  customerKey: number,
  reason: RevealReason,
): Promise<RevealGrant> {
  const { person, scope } = await requireAction('reveal');
  await pacePersonal(person.id);
  const subject = `customer ${customerKey}: ${REVEAL_REASONS[reason]}`;
  await recordDeed(
    deedOf(asked, person, { action: 'reveal', outcome: 'done', subject, scope: scopeKey(scope) }),
  );
  return { customerKey, scope } as RevealGrant;
}
