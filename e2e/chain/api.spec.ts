import { expect, test } from 'playwright/test';
import { ADMINISTRATOR, EXECUTIVE, MANAGER, MANAGER_STORE, signIn } from '../person.ts';
import { filedPrediction, rawTopCard } from '../raw-customers.ts';
import { chainFigures } from '../raw-figures.ts';
import { rawSalesBy } from '../raw-sales.ts';

const WEEK = { from: '2026-10-05', to: '2026-10-11' };
const QUERY = `from=${WEEK.from}&to=${WEEK.to}`;

interface ApiList {
  readonly rows: readonly Record<string, unknown>[];
  readonly total: number;
  readonly next: string | null;
}

test('The API gives the figures of the tills, and to a store manager those of their store', async ({
  page,
}) => {
  await signIn(page, MANAGER);
  const { rows } = (await (await page.request.get(`/api/v1/sales/stores?${QUERY}`)).json()) as ApiList;
  const own = await chainFigures(WEEK.from, WEEK.to, [MANAGER_STORE]);
  expect(
    rows.map(({ storeId, netSales, transactions }) => [storeId, netSales, String(transactions)]),
  ).toEqual([[MANAGER_STORE, own.netSales, own.transactions]]);
  const other = await page.request.get('/api/v1/sales/stores?store=S-001');
  expect([other.status(), ((await other.json()) as { code: string }).code]).toEqual([403, 'OUT_OF_SCOPE']);
});

test('Page after page of a list comes to the whole of it, each row once', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  const seen: Record<string, unknown> = {};
  let [next, pages] = ['', 0];
  do {
    const address = `/api/v1/sales/products?${QUERY}&limit=150${next && `&cursor=${next}`}`;
    const list = (await (await page.request.get(address)).json()) as ApiList;
    for (const { productId, netSales } of list.rows) {
      expect(seen).not.toHaveProperty(String(productId));
      seen[String(productId)] = netSales;
    }
    expect(list.total).toBe(Object.keys(await rawSalesBy('item_code', WEEK)).length);
    next = list.next ?? '';
    pages += 1;
  } while (next !== '');
  expect(pages).toBeGreaterThan(1);
  expect(seen).toEqual(await rawSalesBy('item_code', WEEK));
});

test('Who has the figures already is told so, and nobody by the tag of somebody else', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  const path = `/api/v1/sales/days?${QUERY}`;
  const tag = (await page.request.get(path)).headers()['etag'] ?? '';
  const again = await page.request.get(path, { headers: { 'if-none-match': tag } });
  expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
  await page.context().clearCookies();
  await signIn(page, MANAGER);
  const other = await page.request.get(path, { headers: { 'if-none-match': tag } });
  expect(other.status()).toBe(200);
});

test('What the API refuses it refuses in the words of RFC 9457, and nothing of the inside', async ({
  page,
  request,
}) => {
  const anonymous = await request.get('/api/v1/sales/days');
  expect([anonymous.status(), anonymous.headers()['content-type']]).toEqual([
    401,
    'application/problem+json',
  ]);
  await signIn(page, EXECUTIVE);
  for (const [path, status, code] of [
    ['/api/v1/sales/days?limit=0', 400, 'BAD_QUERY'],
    ['/api/v1/sales/days?nonsense=1', 400, 'BAD_QUERY'],
    ['/api/v1/sales/days?cursor=nonsense', 400, 'BAD_QUERY'],
    [`/api/v1/sales/days?cursor=${Buffer.from('[1,"old"]').toString('base64url')}`, 410, 'CURSOR_EXPIRED'],
    ['/api/v1/no/such', 404, 'NO_SUCH_LIST'],
  ] as const) {
    const answer = await page.request.get(path);
    const body = (await answer.json()) as { status: number; code: string; type: string; title: string };
    expect([answer.status(), body.status, body.code], path).toEqual([status, status, code]);
    expect(answer.headers()['content-type']).toBe('application/problem+json');
    expect(JSON.stringify(body)).not.toMatch(/SELECT|gold\.|nonsense"|at \//);
  }
  await page.context().clearCookies();
  await signIn(page, ADMINISTRATOR, '/admin');
  expect((await page.request.get('/api/v1/sales/days')).status()).toBe(403);
});

test('Customers come by number, store by store, the best first and each once', async ({ page }) => {
  await signIn(page, MANAGER, '/customers');
  const best = await rawTopCard('2025-11-24', MANAGER_STORE);
  const ask = async (query: string) =>
    (await (await page.request.get(`/api/v1/customers?${query}`)).json()) as ApiList;
  const first = await ask('limit=60');
  const { loyaltyNumber, netSales } = first.rows[0] ?? {};
  expect([loyaltyNumber, netSales]).toEqual([best.card, best.netSales]);
  const second = await ask(`limit=60&cursor=${first.next}`);
  const both = [...first.rows, ...second.rows];
  expect(new Set(both.map(({ storeId }) => storeId))).toEqual(new Set([MANAGER_STORE]));
  expect(new Set(both.map(({ customerId }) => customerId)).size).toBe(120);

  const { key } = await filedPrediction((await rawTopCard('2025-11-24', 'S-001')).card);
  const foreign = await page.request.get(`/api/v1/customers/${key}`);
  const { code } = (await foreign.json()) as { code: string };
  expect([foreign.status(), code]).toEqual([404, 'NOTHING_THERE']);
});

test('Margins are empty for who may not see them, in every list that has them', async ({ page }) => {
  await signIn(page, MANAGER);
  for (const [path, columns] of [
    ['stores', ['shrinkRate', 'gmroi', 'shrinkRatePeers']],
    ['suppliers', ['lostMargin']],
  ] as const) {
    const { rows } = (await (await page.request.get(`/api/v1/${path}?${QUERY}`)).json()) as ApiList;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      for (const column of columns) expect([column, row[column]]).toEqual([column, null]);
  }
});

test('Who reads by the API is in the audit', async ({ page }) => {
  await signIn(page, EXECUTIVE);
  await page.request.get(`/api/v1/suppliers?${QUERY}`);
  await page.context().clearCookies();
  await signIn(page, ADMINISTRATOR, '/admin?action=read');
  await expect(page.getByRole('table').getByText('/api/v1/suppliers').first()).toBeVisible();
});
