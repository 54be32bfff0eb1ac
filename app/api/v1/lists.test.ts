import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { CLEARANCE } from '#lib/roles.ts';
import { trialEnvironment } from '#server/auth/trial-environment.ts';
import { PRODUCTS, STORES } from '#server/synapse/sample-chain.ts';
import { startSampleSource } from '#server/synapse/sample-source.ts';
import type { Operation } from './openapi.ts';

/** The handlers with their own guards, in front of the sample chain: no build and no browser. */
const source = await startSampleSource();
const { origin, close } = await trialEnvironment({ sqlPort: Number(process.env['SQL_PORT']) });
process.env['SQL_DEADLINE_MS'] = '20000';
process.env['SQL_CONNECT_TIMEOUT_MS'] = '5000';
const { asked, trialCookie } = await import('#server/auth/trial-request.ts');
const { accessWatch } = await import('#server/auth/access.ts');
const { auditLedger } = await import('#server/ledger/record-deed.ts');
const { openApiDocument } = await import('./openapi.ts');
const { GET: list } = await import('./[...path]/route.ts');
/** Those that have a handler of their own. */
const OWN: Readonly<Record<string, { readonly GET: (request: Request) => Promise<Response> }>> = {
  '/api/v1/alerts': await import('./alerts/route.ts'),
  '/api/v1/customer-numbers': await import('./customer-numbers/route.ts'),
  '/api/v1/live/sales': await import('./live/sales/route.ts'),
  '/api/v1/live/stock': await import('./live/stock/route.ts'),
  '/api/v1/notes': await import('./notes/route.ts'),
  '/api/v1/search': await import('./search/route.ts'),
};

type Who = Parameters<typeof trialCookie>[0];
const EXECUTIVE: Who = { roles: ['executive'] };
const MANAGER: Who = { roles: ['store-manager'], stores: ['S02'] };
/** Made-up customers and suppliers stand in paths; the sample chain has none of what is asked of them. */
const inPath = (path: string) => path.replace('{customer}', '1041').replace('{supplier}', 'V-01');
const QUERY = 'from=2026-10-30&to=2026-11-18';

async function get(path: string, who: Who = EXECUTIVE, headers: Record<string, string> = {}) {
  const request = new Request(`${origin}${path}`, {
    headers: { cookie: await trialCookie(who), ...headers },
  });
  const { pathname } = new URL(request.url);
  return asked(
    request,
    OWN[pathname]?.GET ??
      (() => list(request, { params: Promise.resolve({ path: pathname.split('/').slice(3) }) })),
  );
}
/** The days of a list, and what else must stand in a query. */
function queryFor({ parameters }: Operation): string {
  const needed = parameters.flatMap(({ in: place, name, required, schema }) =>
    place === 'query' && required && name !== 'from' && name !== 'to'
      ? [`${name}=${(schema as { examples: string[] }).examples[0]}`]
      : [],
  );
  return [...needed, ...(parameters.some(({ name }) => name === 'from') ? [QUERY] : [])].join('&');
}
const rowsOf = async (response: Response) =>
  (await response.json()) as { rows: Record<string, unknown>[]; next: string | null; total: number };

describe('API v1', () => {
  before(() => accessWatch().known());
  after(async () => {
    accessWatch().close();
    auditLedger().close();
    await source.close();
    await close();
    setTimeout(() => process.exit(), 500).unref();
  });

  const ajv = addFormats(new Ajv2020({ strict: false }));
  for (const [path, { get: operation }] of Object.entries(openApiDocument(origin).paths)) {
    if (!operation) continue;
    test(`${path} answers as its document says, for the chain and for a store`, async () => {
      const content = operation.responses['200']?.['content'] as Record<string, { schema: object }>;
      const check = ajv.compile(content['application/json']?.schema ?? false);
      for (const who of [EXECUTIVE, MANAGER]) {
        const response = await get(`${inPath(path)}?${queryFor(operation)}`, who);
        const body = (await response.json()) as { code?: string };
        // Some pages are not for a store manager, and of one customer nothing is known here.
        const expected =
          body.code === 'ROLE_REFUSED' && who === MANAGER ? 403 : body.code === 'NOTHING_THERE' ? 404 : 200;
        assert.equal(response.status, expected, JSON.stringify(body).slice(0, 300));
        if (expected !== 200) continue;
        check(body);
        assert.equal(check.errors ?? null, null);
        assert.doesNotMatch(JSON.stringify(body), who === MANAGER ? /S01|S03/ : /no such store/);
      }
    });
  }

  test('page after page comes to the whole list, each row once, and a tag spares the asking', async () => {
    const seen: unknown[] = [];
    let next: string | null = '';
    for (let pages = 0; next !== null && pages < 10; pages++) {
      const page = await rowsOf(
        await get(`/api/v1/sales/products?${QUERY}&limit=2${next && `&cursor=${next}`}`),
      );
      seen.push(...page.rows.map(({ productId }) => productId));
      assert.equal(page.total, Object.keys(PRODUCTS).length);
      next = page.next;
    }
    assert.deepEqual([...seen].sort(), Object.keys(PRODUCTS));

    const first = await get(`/api/v1/sales/days?${QUERY}`);
    const tag = first.headers.get('etag') ?? '';
    assert.equal((await get(`/api/v1/sales/days?${QUERY}`, EXECUTIVE, { 'if-none-match': tag })).status, 304);
    assert.equal((await get(`/api/v1/sales/days?${QUERY}`, MANAGER, { 'if-none-match': tag })).status, 200);
  });

  test('a person sees their own stores, whatever the address says', async () => {
    const own = await rowsOf(await get(`/api/v1/sales/stores?${QUERY}`, MANAGER));
    assert.deepEqual(
      own.rows.map(({ storeId }) => storeId),
      ['S02'],
    );
    const all = await rowsOf(await get(`/api/v1/sales/stores?${QUERY}`));
    assert.deepEqual(all.rows.map(({ storeId }) => storeId).sort(), Object.keys(STORES));
    const other = await get(`/api/v1/sales/stores?${QUERY}&store=S01`, MANAGER);
    assert.deepEqual([other.status, ((await other.json()) as { code: string }).code], [403, 'OUT_OF_SCOPE']);
  });

  test('a list stays where its label is above the clearance of the role', async () => {
    const table = CLEARANCE as Record<string, readonly string[]>;
    const before = table['Internal'] ?? [];
    table['Internal'] = ['executive'];
    try {
      const response = await get(`/api/v1/sales/stores?${QUERY}`, MANAGER);
      assert.deepEqual(
        [response.status, ((await response.json()) as { code: string }).code],
        [403, 'CLEARANCE'],
      );
      assert.equal((await get(`/api/v1/sales/stores?${QUERY}`)).status, 200);
    } finally {
      table['Internal'] = before;
    }
  });

  test('what is refused is a problem in the words of RFC 9457', async () => {
    for (const [path, who, status] of [
      ['/api/v1/sales/days?limit=0', EXECUTIVE, 400],
      ['/api/v1/sales/days?nonsense=1', EXECUTIVE, 400],
      ['/api/v1/sales/days?cursor=nonsense', EXECUTIVE, 400],
      [`/api/v1/sales/days?cursor=${Buffer.from('[1,"old"]').toString('base64url')}`, EXECUTIVE, 410],
      ['/api/v1/no/such', EXECUTIVE, 404],
      ['/api/v1/sales/days', { roles: ['administrator'] }, 403],
      ['/api/v1/search?q=a', EXECUTIVE, 400],
      ['/api/v1/alerts?store=S01', EXECUTIVE, 400],
      ['/api/v1/live/sales?store=S01', EXECUTIVE, 400],
      ['/api/v1/live/stock?stores=S01', EXECUTIVE, 400],
      ['/api/v1/live/stock?store=S01', MANAGER, 403],
    ] as const) {
      const response = await get(path, who);
      const body = (await response.json()) as Record<string, unknown>;
      assert.deepEqual([response.status, body['status']], [status, status], path);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.ok(['type', 'title', 'code'].every((name) => typeof body[name] === 'string'));
    }
  });
});
