import { maskEmail } from '#lib/masking.ts';
import { explainFailure } from '#lib/messages.ts';
import { scopeKey } from '#lib/scope.ts';
import { pacePersonal } from '#server/auth/access.ts';
import { deedOf } from '#server/auth/note-deed.ts';
import { Refusal, refusalResponse } from '#server/auth/refusals.ts';
import { requireAction } from '#server/auth/require-role.ts';
import { requireSameOrigin } from '#server/auth/same-origin.ts';
import { recordDeed } from '#server/ledger/record-deed.ts';
import { emailHash, normalEmail } from '#server/shared/email-hash.ts';
import { env } from '#server/shared/env.ts';
import { log } from '#server/shared/log.ts';
import { findCustomers } from '#server/synapse/customers/find-customers.ts';
import { readJson } from '../../read-body.ts';

const NO_STORE = { 'cache-control': 'no-store' };
/** RFC 5321's longest. */
const LONGEST = 254;

/**
 * `{ email }`, whole: the keys of the customers who gave it. By POST, so that no address ends up in a history or a log;
 * written down, masked, before anybody is looked for.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const { person, scope } = await requireAction('reveal');
    const { email } = ((await readJson(request)) ?? {}) as { email?: unknown };
    if (typeof email !== 'string' || email.length > LONGEST || !/^\S+@\S+$/.test(normalEmail(email)))
      return problem(422, 'NOT_AN_ADDRESS');
    const { CUSTOMER_HASH_KEY: key } = env();
    if (key === undefined) return problem(503, 'SEARCH_NOT_SET_UP');
    await pacePersonal(person.id);
    const deed = { action: 'search', outcome: 'done', scope: scopeKey(scope) } as const;
    await recordDeed(deedOf(request.headers, person, { ...deed, subject: maskEmail(normalEmail(email)) }));
    const { rows } = await findCustomers({ emailHash: emailHash(email, key) }, scope);
    return Response.json({ customerKeys: rows.map(({ customerKey }) => customerKey) }, { headers: NO_STORE });
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error);
    const { code } = explainFailure(error);
    log('warn', 'customer-search.failed', { code });
    return problem(503, code);
  }
}

function problem(status: number, code: string): Response {
  return Response.json({ code }, { status, headers: NO_STORE });
}
