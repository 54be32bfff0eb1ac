import { createHash } from 'node:crypto';
import { readSearch } from '#lib/address.ts';
import type { SearchParams } from '#lib/period.ts';
import { choosePlaces } from '#lib/place-choice.ts';
import { PAGES, ROLES } from '#lib/roles.ts';
import { scopeKey } from '#lib/scope.ts';
import { deedOf } from '#server/auth/note-deed.ts';
import { requireClearance, requirePlaces, requireRole } from '#server/auth/require-role.ts';
import { requireOwnSite } from '#server/auth/same-origin.ts';
import { noteDeed } from '#server/ledger/record-deed.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { EXPORTS } from '../../export/registry.ts';
import { matchPath } from '../api-endpoint.ts';
import { readCursor } from '../cursor.ts';
import { answerBody } from '../list-response.ts';
import { problem, problemResponse } from '../problem.ts';
import { readQuery } from '../query.ts';
import { ENDPOINTS } from '../registry.ts';

export const dynamic = 'force-dynamic';

/** What every list may be asked, as its schema has read it. */
type Query = SearchParams & { readonly limit: number; readonly cursor?: string };
type Context = { params: Promise<{ path: string | string[] }> };

/** One page of a list as JSON, for whoever may open the page it stands on, and of the same rows. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const path = [(await params).path].flat();
    const endpoint = ENDPOINTS.find((one) => matchPath(one, path) !== null);
    const table = endpoint && EXPORTS[endpoint.table];
    const authority = await requireRole(...(table ? PAGES[table.page].roles : ROLES));
    requireOwnSite(request);
    if (!endpoint || !table) return problem(404, 'There is no such list.', 'NO_SUCH_LIST');
    if (!endpoint.isOnScreen) await requireClearance(authority, table.label);
    const address = new URL(request.url);
    const { limit, cursor, ...asked } = readQuery(endpoint.query, readSearch(address.searchParams)) as Query;
    const search = { ...asked, ...matchPath(endpoint, path) };
    const scope = await requirePlaces(authority, choosePlaces(search));
    const lake = await getLakeStatus();
    const { offset, after } = readCursor(cursor, lake.buildId);
    // Rows of a build never change: who has them already is told so before anything is asked.
    const of = [lake.buildId, address.pathname, address.search, authority.role, scopeKey(scope)];
    const tag = `W/"${createHash('sha256').update(JSON.stringify(of)).digest('base64url').slice(0, 22)}"`;
    const headers = {
      ...(!table.changes && { etag: tag }),
      'cache-control': 'private, no-cache',
      vary: 'cookie',
    };
    if (!table.changes && !lake.stale && request.headers.get('if-none-match')?.split(/,\s*/).includes(tag))
      return new Response(null, { status: 304, headers });
    const answer = await table.ask({
      ...{ role: authority.role, scope, search, lake, leaves: !endpoint.isOnScreen },
      ...(after !== undefined && { after }),
    });
    const body = await answerBody(endpoint, answer, {
      ...{ offset, limit, currency: lake.currency },
      freshness: {
        build: lake.buildId,
        closedTo: lake.lastClosedDate,
        loadedAt: new Date(lake.loadedAt).toISOString(),
      },
    });
    await noteDeed(
      deedOf(request.headers, authority.person, {
        ...{ action: 'read', outcome: 'done', subject: address.pathname, scope: scopeKey(scope) },
      }),
    );
    return Response.json(body, { headers });
  } catch (error) {
    return problemResponse(error);
  }
}
