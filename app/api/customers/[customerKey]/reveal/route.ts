import {
  isRevealReason,
  REVEAL_SECONDS,
  type RevealedContact,
  readCustomerKey,
} from '#lib/customer-contact.ts';
import { explainFailure } from '#lib/messages.ts';
import { grantReveal } from '#server/auth/grant-reveal.ts';
import { Refusal, refusalResponse } from '#server/auth/refusals.ts';
import { requireAction } from '#server/auth/require-role.ts';
import { requireSameOrigin } from '#server/auth/same-origin.ts';
import { log } from '#server/shared/log.ts';
import { revealContact } from '#server/synapse/customers/reveal-contact.ts';
import { readJson } from '../../../read-body.ts';

const NO_STORE = { 'cache-control': 'no-store' };

/** `{ reason }`: one customer's details, to be shown for a while and kept nowhere. 503 where it cannot be written down. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ customerKey: string }> },
): Promise<Response> {
  try {
    requireSameOrigin(request);
    await requireAction('reveal');
    const customerKey = readCustomerKey((await params).customerKey);
    const { reason } = ((await readJson(request)) ?? {}) as { reason?: unknown };
    if (customerKey === undefined || !isRevealReason(reason)) return problem(422, 'REASON_MISSING');
    const contact = await revealContact(await grantReveal(request.headers, customerKey, reason));
    if (!contact) return problem(404, 'NO_CONTACT');
    const revealed: RevealedContact = { contact, expiresIn: REVEAL_SECONDS };
    return Response.json(revealed, { headers: NO_STORE });
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error);
    const { code } = explainFailure(error);
    log('warn', 'reveal.failed', { code });
    return problem(503, code);
  }
}

function problem(status: number, code: string): Response {
  return Response.json({ code }, { status, headers: NO_STORE });
}
