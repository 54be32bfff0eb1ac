import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type BrowserContext, expect, test } from 'playwright/test';
import { EXECUTIVE, MANAGER, signIn } from '../person.ts';
import { CHAIN } from '../stacks.ts';
import { everyRoute, OPEN_ROUTES, send, sendOn } from './routes.ts';

const cookieOf = async (context: BrowserContext) =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

/** What a person or an attacker must never read in an answer: stacks, SQL, tokens, places in files. */
const INSIDE =
  /\bat \S+ \(|node_modules|\.tsx?:\d|SELECT\s|FROM gold\.|eyJ[\w-]{10,}\.|ECONNREFUSED|tedious|127\.0\.0\.1:/;

const HOSTILE: Readonly<Record<string, string>> = {
  quote: "'",
  statement: "S-001'; DROP VIEW gold.stores; --",
  brackets: ']] OR 1=1 --',
  'unicode quotes': 'ʼ OR ＇1＇=＇1',
  long: 'x'.repeat(6_000),
  null: '\u0000',
  prototype: '__proto__',
  list: '["S-001","S-003"]',
  script: '"><script>alert(1)</script>',
  number: '1e309',
  negative: '-1',
  break: 'a\r\nx-injected: yes',
};
/** Names that addresses of the product use, or that somebody would try. */
const PARAMETERS =
  'period from to store basis person action day page sort q category filter column view __proto__ constructor'.split(
    ' ',
  );

test('Hostile words in an address are words: no error of the inside, no header, no script', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signIn(page, EXECUTIVE);
  const cookie = await cookieOf(context);
  const origin = new URL(String(baseURL)).origin;
  const faults: string[] = [];
  const work = everyRoute()
    .filter(({ route }) => !Object.hasOwn(OPEN_ROUTES, route))
    .flatMap(({ route, path }) =>
      Object.entries(HOSTILE).map(([name, value]) => ({ route, path, name, value })),
    )
    .values();
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      for (const { route, path, name, value } of work) {
        const search = PARAMETERS.map((parameter) => `${parameter}=${encodeURIComponent(value)}`).slice(
          0,
          value.length > 1_000 ? 1 : PARAMETERS.length,
        );
        const { status, headers, text } = await sendOn(origin, `${path}?${search.join('&')}`, {
          headers: { cookie },
        });
        const fault =
          status >= 500 && status !== 503
            ? `answers ${status}`
            : 'x-injected' in headers
              ? 'takes a header'
              : /html|component/.test(String(headers['content-type'])) && text.includes('<script>alert(1)')
                ? 'holds the script'
                : INSIDE.test(text)
                  ? `tells ${INSIDE.exec(text)?.[0]}`
                  : null;
        if (fault) faults.push(`${route} ${name}: ${fault}`);
      }
    }),
  );
  expect(faults).toEqual([]);
});

test('Another site can neither sign a person out, nor block, export or stream for them', async ({
  page,
  context,
  baseURL,
}) => {
  await signIn(page, EXECUTIVE);
  const origin = new URL(String(baseURL)).origin;
  const stranger = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end('<!DOCTYPE html><title>Stranger</title>');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  try {
    const evil = await context.newPage();
    await evil.goto(`http://stranger.localhost:${(stranger.address() as AddressInfo).port}/`);
    for (const path of [
      '/api/session/end',
      '/api/access/block',
      '/api/v1/alerts',
      '/api/customers/1/reveal',
    ]) {
      const answering = evil.waitForResponse(`${origin}${path}`);
      await evil.evaluate(
        (address) =>
          fetch(address, {
            method: 'POST',
            mode: 'no-cors',
            credentials: 'include',
            body: new URLSearchParams({ lift: 'yes' }),
          }),
        `${origin}${path}`,
      );
      expect((await answering).status(), path).toBe(403);
    }
    for (const path of ['/api/export/sales-by-store', '/api/live']) {
      const answer = await evil.evaluate(
        (address) =>
          fetch(address, { credentials: 'include' }).then(
            ({ status }) => status,
            () => 'not readable',
          ),
        `${origin}${path}`,
      );
      expect(answer, path).toBe('not readable');
    }
    expect((await page.request.get('/api/session')).status()).toBe(200);
  } finally {
    stranger.closeAllConnections();
    stranger.close();
  }
});

test('A made-up answer of the identity provider signs nobody in', async ({ page, context }) => {
  for (const answer of [
    '#code=abc&state=def',
    '#id_token=eyJhbGciOiJub25lIn0.e30.&state=x',
    '?code=abc&state=def',
    '#error=x&state=y',
  ]) {
    await page.goto(`/auth/redirect${answer}`);
    await page.waitForLoadState();
    expect(await context.cookies(), answer).toEqual([]);
    expect((await page.request.get('/api/session')).status(), answer).toBe(401);
  }
});

for (const target of [
  '//evil.test',
  '/\\evil.test',
  '%2f%2fevil.test',
  'javascript:alert(1)',
  'https://evil.test',
  '/%0d%0ax: y',
])
  test(`Sign-in leads home and not to ${target}`, async ({ page, baseURL }) => {
    await signIn(
      page,
      MANAGER,
      `/sign-in?returnTo=${encodeURIComponent(target)}`,
      /\/(?:sales|today|executive|overview)/,
    );
    expect(new URL(page.url()).origin).toBe(new URL(String(baseURL)).origin);
  });

test('The build has no server action, and a body that speaks to one is turned away', async ({ baseURL }) => {
  const manifest = '.next/server/server-reference-manifest.json';
  const { node = {}, edge = {} } = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as { node?: object; edge?: object })
    : {};
  expect([...Object.keys(node), ...Object.keys(edge)]).toEqual([]);
  const origin = new URL(String(baseURL)).origin;
  for (const type of ['text/plain;charset=UTF-8', 'multipart/form-data; boundary=x', 'application/json']) {
    const headers = { 'next-action': 'a'.repeat(42), 'content-type': type };
    expect((await send(origin, '/sign-in', { method: 'POST', headers })).status, type).toBeGreaterThanOrEqual(
      400,
    );
  }
});

test('Nothing of a person and nothing secret stands in the logs', async ({ page }) => {
  await signIn(page, MANAGER);
  await page.request.get('/api/live?store=S-001');
  const file = join(process.env['LOGS'] ?? CHAIN.folder, 'logs/app.log');
  // Which account an administrator blocked is what that record is for; nothing else names anybody.
  const isBlock = /"action":"(?:un)?block"/;
  const lines = readFileSync(file, 'utf8').split('\n');
  const log = lines.filter((line) => !isBlock.test(line)).join('\n');
  expect(log).toContain('"event":"audit"');
  expect(log).not.toMatch(/@contoso\.test|@example\.com|Max Manager|eyJ[\w-]{20,}|__Host-|Bearer |SELECT\s/);
});
