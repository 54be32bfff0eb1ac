import { writeCsv } from '#lib/csv.ts';
import { explainFailure } from '#lib/messages.ts';
import { scopeKey } from '#lib/scope.ts';
import { deedOf } from '#server/auth/note-deed.ts';
import { Refusal, refusalResponse } from '#server/auth/refusals.ts';
import { requireAction, requireStores } from '#server/auth/require-role.ts';
import { requireOwnSite } from '#server/auth/same-origin.ts';
import { recordDeed } from '#server/ledger/record-deed.ts';
import { log } from '#server/shared/log.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { provenance } from '../provenance.ts';
import { chosenDays, SALES_EXPORTS } from '../sales-tables.ts';

export const dynamic = 'force-dynamic';

/** One table of sales as CSV, for the same rows as the page; what cannot be written down is not given out. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ table: string }> },
): Promise<Response> {
  try {
    const authority = await requireAction('export');
    requireOwnSite(request);
    const query = new URL(request.url).searchParams;
    const stores = query.getAll('store');
    const scope = stores.length === 0 ? authority.scope : await requireStores(authority, stores);
    const name = (await params).table;
    const chosen = Object.hasOwn(SALES_EXPORTS, name) ? SALES_EXPORTS[name] : undefined;
    if (!chosen) return problem(404, 'There is no such table.', 'NO_SUCH_TABLE');
    const lake = await getLakeStatus();
    const held = { from: lake.firstDate, to: lake.lastClosedDate };
    const { period, comparison } = chosenDays(Object.fromEntries(query), held, lake.timeZone);
    const table = await chosen.ask(period, comparison, scope);
    const subject = `${name} ${period.from} ${period.to}`;
    await recordDeed(
      deedOf(request.headers, authority.person, {
        action: 'export',
        outcome: 'done',
        subject,
        scope: scopeKey(scope),
      }),
    );
    const about = provenance({ title: chosen.title, table, lake, period, comparison, scope });
    const csv = writeCsv([table.header.map((text) => ({ text })), ...table.rows, [], ...about]);
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}-${period.from}-${period.to}.csv"`,
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error);
    const { code, sentence } = explainFailure(error);
    log('warn', 'export.failed', { code });
    return problem(503, sentence, code);
  }
}

function problem(status: number, title: string, code: string): Response {
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return Response.json({ type: 'about:blank', title, status, code }, { status, headers });
}
