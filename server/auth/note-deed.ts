import 'server-only';
import type { AuditAction } from '#lib/audit.ts';
import type { Person } from '#lib/person.ts';
import { REQUESTED_PATH } from '#lib/requested-path.ts';
import { type Deed, noteDeed } from '#server/ledger/record-deed.ts';
import type { Refusal } from './refusals.ts';
import type { Asked } from './session-cookie.ts';

/** Network address of a request: what the nearest proxy added last, for the rest of the list anybody can write. */
export function addressOf(asked: Asked): string {
  return asked.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
}

const NOBODY: Person = { id: '', name: '', account: '' };

/** A deed of a request, in the form the ledger keeps; the subject of a refusal is what was asked for. */
export function deedOf(
  asked: Asked,
  person: Person | undefined,
  deed: Pick<Deed, 'action' | 'outcome'> & Partial<Deed>,
): Deed {
  const { id: personId, account } = person ?? NOBODY;
  const subject = (deed.code && asked.get(REQUESTED_PATH)?.split('?', 1)[0]) || '';
  return { personId, account, subject, scope: '', code: '', from: addressOf(asked), ...deed };
}

/** Writes down a refusal, or where there is none that it was done. */
export async function noteOutcome(
  asked: Asked,
  person: Person | undefined,
  action: AuditAction,
  refusal?: Refusal,
): Promise<void> {
  const outcome = refusal ? 'refused' : 'done';
  await noteDeed(deedOf(asked, person, { action, outcome, code: refusal?.code ?? '' }));
}
