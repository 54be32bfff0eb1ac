import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type APIRequestContext, expect, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, MANAGER_STORE, REGIONAL_MANAGER, signIn } from '../person.ts';
import { filedPrediction, rawBestCustomer } from '../raw-customers.ts';

/** A path with a customer and a supplier in the places of both. */
const inPath = (path: string, customer: string) =>
  path.replace('{customer}', customer).replace('{supplier}', 'V-05');

type Responses = Record<string, { content?: Record<string, { schema: object }> }>;
interface Operation {
  readonly parameters: readonly {
    readonly in: string;
    readonly name: string;
    readonly required: boolean;
    readonly schema: { readonly examples?: readonly string[] };
  }[];
  readonly responses: Responses;
}
interface ApiDocument {
  readonly paths: Record<string, { readonly get?: Operation; readonly post?: Operation }>;
  readonly components: { readonly schemas: { readonly Problem: object } };
}

/** What must stand in the query; of a list a few rows of the week. */
function queryFor({ parameters }: Operation): string {
  const needed = parameters.flatMap(({ in: place, name, required, schema }) =>
    place === 'query' && required ? [`${name}=${schema.examples?.[0]}`] : [],
  );
  const isList = parameters.some(({ name }) => name === 'limit');
  return [...needed, ...(isList ? ['from=2026-10-05&to=2026-10-11&limit=7'] : [])].join('&');
}

async function documentOf(request: APIRequestContext): Promise<ApiDocument> {
  return (await request.get('/api/v1/openapi.json')).json();
}

test('Every route of the API answers as its document says, for each role', async ({ browser, baseURL }) => {
  const { key } = await filedPrediction((await rawBestCustomer(MANAGER_STORE)).card);
  for (const account of [EXECUTIVE, REGIONAL_MANAGER, MANAGER]) {
    const context = await browser.newContext({ baseURL: baseURL ?? '' });
    const page = await context.newPage();
    await signIn(page, account);
    const document = await documentOf(page.request);
    const { valid, errors } = await new Validator().validate(
      structuredClone(document) as unknown as Record<string, unknown>,
    );
    expect([valid, errors]).toEqual([true, undefined]);
    const ajv = addFormats(new Ajv2020({ strict: false }));
    for (const [path, { get }] of Object.entries(document.paths)) {
      if (!get) continue;
      const answer = await page.request.get(`${inPath(path, String(key))}?${queryFor(get)}`);
      const refused = answer.status() !== 200 && ((await answer.json()) as { code: string }).code;
      // The executive may ask for everything; others have no page of some lists, and the customer is of one store only.
      const isElsewhere = account === REGIONAL_MANAGER && path === '/api/v1/customers/{customer}';
      if (refused && account !== EXECUTIVE) {
        expect([refused, path]).toEqual([isElsewhere ? 'NOTHING_THERE' : 'ROLE_REFUSED', path]);
        continue;
      }
      expect(refused, path).toBe(false);
      const schema = get.responses['200']?.content?.['application/json']?.schema;
      const check = ajv.compile(schema ?? false);
      check(await answer.json());
      expect(check.errors, `${account} ${path}`).toBeNull();
    }
    await context.close();
  }
});

test('What is sent to the API is answered as its document says, done or refused', async ({
  page,
  baseURL,
}) => {
  await signIn(page, EXECUTIVE);
  const { paths, components } = await documentOf(page.request);
  const ajv = addFormats(new Ajv2020({ strict: false }));
  const origin = new URL(String(baseURL)).origin;
  const tried: Record<string, readonly [status: number, code: string, data: object][]> = {
    '/api/v1/alerts': [
      [422, 'BAD_BODY', { id: 'store-silent:S-001', action: 'forget' }],
      [422, 'BAD_BODY', { id: 'no such rule:x', action: 'acknowledge' }],
      [409, 'RESOLVED_MEANWHILE', { id: 'quality-failed:none', action: 'acknowledge' }],
    ],
    '/api/v1/notes': [
      [422, 'BAD_BODY', { action: 'write', day: '2026-10-05', text: '' }],
      [422, 'BAD_BODY', { action: 'write', day: '2031-10-05', text: 'a day that is not held' }],
      [422, 'BAD_BODY', { action: 'write', day: '2026-10-05', storeId: 'S-999', text: 'no such store' }],
      [404, 'NOTHING_THERE', { action: 'withdraw', id: 'none' }],
    ],
    '/api/v1/price-decisions': [
      [422, 'BAD_BODY', { decisions: [] }],
      [409, '', { decisions: [{ recommendationId: 'none@2026-11-22@1', action: 'approve', price: 1 }] }],
    ],
  };
  const posts = Object.entries(paths).filter(([, { post }]) => post);
  expect(posts.map(([path]) => path).sort()).toEqual(Object.keys(tried).sort());
  for (const [path, { post }] of posts) {
    const answers = (tried[path] ?? []).map((one) => ({ one, headers: { origin } }));
    const foreign = { one: [403, 'FOREIGN_ORIGIN', {}] as const, headers: { origin: 'https://evil.test' } };
    for (const { one, headers } of [...answers, foreign]) {
      const [status, code, data] = one;
      const answer = await page.request.post(path, { data, headers });
      const body = (await answer.json()) as { code?: string };
      expect([answer.status(), body.code ?? ''], path).toEqual([status, code]);
      const type = code === '' ? 'application/json' : 'application/problem+json';
      expect(answer.headers()['content-type']).toBe(type);
      const schema = post?.responses[status]?.content?.[type]?.schema;
      const check = ajv.compile(schema ? { ...schema, components } : false);
      check(body);
      expect(check.errors, `${path} ${status}`).toBeNull();
    }
  }
});

test('The API is read in the browser, from the same document', async ({ page }) => {
  await signIn(page, EXECUTIVE, '/reference');
  const { paths } = await documentOf(page.request);
  for (const [path, operations] of Object.entries(paths))
    await expect(page.getByText(path, { exact: true })).toHaveCount(Object.keys(operations).length);
  await page.getByText('Query, answer and refusals').first().click();
  await expect(page.getByRole('table', { name: /^Query of/ }).first()).toContainText(
    'Last business date, included',
  );
  await page.getByText('Body, answer and refusals').first().click();
  await expect(page.getByRole('table', { name: 'Body of POST /api/v1/alerts' })).toContainText(
    'acknowledge or assign or snooze or comment or rate',
  );
});
