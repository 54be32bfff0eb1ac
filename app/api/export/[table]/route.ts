import { readSearch } from '#lib/address.ts';
import { explainFailure } from '#lib/messages.ts';
import { choosePlaces } from '#lib/place-choice.ts';
import { mayOpen } from '#lib/roles.ts';
import { scopeKey } from '#lib/scope.ts';
import { deedOf } from '#server/auth/note-deed.ts';
import { Refusal, RoleRefusedError, refusalResponse } from '#server/auth/refusals.ts';
import { requireAction, requireClearance, requirePlaces } from '#server/auth/require-role.ts';
import { requireOwnSite } from '#server/auth/same-origin.ts';
import { recordDeed } from '#server/ledger/record-deed.ts';
import { log } from '#server/shared/log.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { byteStream } from '../byte-stream.ts';
import { csvStream } from '../csv-stream.ts';
import { provenance } from '../provenance.ts';
import { EXPORTS } from '../registry.ts';
import { xlsxStream } from '../xlsx-stream.ts';

export const dynamic = 'force-dynamic';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** One table as a file, for the same rows as the page; what cannot be written down is not given out. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ table: string }> },
): Promise<Response> {
  try {
    const authority = await requireAction('export');
    requireOwnSite(request);
    const search = readSearch(new URL(request.url).searchParams);
    const scope = await requirePlaces(authority, choosePlaces(search));
    const name = (await params).table;
    const chosen = Object.hasOwn(EXPORTS, name) ? EXPORTS[name] : undefined;
    if (!chosen) return problem(404, 'There is no such table.', 'NO_SUCH_TABLE');
    if (!mayOpen(authority.role, chosen.page)) throw new RoleRefusedError();
    await requireClearance(authority, chosen.label);
    const format = search['format'] === 'xlsx' ? 'xlsx' : 'csv';
    const lake = await getLakeStatus();
    const asked = { role: authority.role, scope, search, lake, leaves: true };
    const table = await chosen.ask(asked);
    const { from, to } = table.period ?? { from: lake.lastClosedDate, to: lake.lastClosedDate };
    const days = from === to ? from : `${from}-${to}`;
    await recordDeed(
      deedOf(request.headers, authority.person, {
        action: 'export',
        outcome: 'done',
        subject: `${name} ${from} ${to}`,
        scope: scopeKey(scope),
      }),
    );
    const about = (given: number) => provenance(chosen, table, asked, given);
    const bytes = format === 'csv' ? csvStream(table, about) : xlsxStream(chosen.title, table, about);
    return new Response(byteStream(bytes), {
      headers: {
        'content-type': TYPES[format],
        'content-disposition': `attachment; filename="${name}-${days}.${format}"`,
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
