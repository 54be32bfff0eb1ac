import { readCursor } from '#lib/customer-cursor.ts';
import { customerPage } from '#lib/customer-page.ts';
import { isCustomerSegment } from '#lib/customer-segment.ts';
import { explainFailure } from '#lib/messages.ts';
import { PAGES } from '#lib/roles.ts';
import type { RowScope } from '#lib/scope.ts';
import { Refusal, refusalResponse } from '#server/auth/refusals.ts';
import { requireRole } from '#server/auth/require-role.ts';
import { log } from '#server/shared/log.ts';
import { findByNumber } from '#server/synapse/customers/find-by-number.ts';
import { CUSTOMERS_A_PAGE, listCustomers } from '#server/synapse/customers/list-customers.ts';

export const dynamic = 'force-dynamic';

const NO_STORE = { 'cache-control': 'no-store' };
const NUMBER = /^[A-Z0-9-]{1,32}$/;

/** `?find=C0001`: who has a number that begins so. `?after=CURSOR[&segment=NAME]`: the next page of the list. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { scope } = await requireRole(...PAGES.customers.roles);
    const query = new URL(request.url).searchParams;
    const find = query.get('find');
    return find === null ? await nextPage(query, scope) : await found(find, scope);
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error);
    const { code } = explainFailure(error);
    log('warn', 'customers.failed', { code });
    return problem(503, code);
  }
}

async function found(text: string, scope: RowScope): Promise<Response> {
  const beginning = text.trim().toUpperCase();
  if (!NUMBER.test(beginning)) return problem(422, 'NOT_A_NUMBER');
  const { rows } = await findByNumber({ beginning }, scope);
  return Response.json({ customers: rows }, { headers: NO_STORE });
}

async function nextPage(query: URLSearchParams, scope: RowScope): Promise<Response> {
  const after = readCursor(query.get('after') ?? '');
  const segment = query.get('segment') ?? 'all';
  if (!after || (segment !== 'all' && !isCustomerSegment(segment))) return problem(422, 'NOT_A_PAGE');
  const { rows } = await listCustomers(
    { segment, afterSales: String(after.netSales), afterKey: after.customerKey },
    scope,
  );
  return Response.json(customerPage(rows, CUSTOMERS_A_PAGE), { headers: NO_STORE });
}

function problem(status: number, code: string): Response {
  return Response.json({ code }, { status, headers: NO_STORE });
}
