import { expect, test } from 'playwright/test';
import { EXECUTIVE, signIn } from '../person.ts';
import { rawStores } from './oracle.ts';
import { type Answer, everyRoute, OPEN_ROUTES, send, sendOn, VARIANTS, type Variant } from './routes.ts';

/** What no answer without a session may hold: a figure, a store, a part of a page that shows them. */
const FIGURES = /£|\b[A-Z]{1,3}-\d{3}\b|data-metric|data-figure|Net sales/;

/** What is wrong with an answer to nobody; null where nothing is. */
function faultOf(
  { route, variant }: { readonly route: string; readonly variant: Variant },
  { status, headers, text }: Answer,
  asked: string,
  names: RegExp,
): string | null {
  const said = text.replaceAll(asked, '');
  if (FIGURES.test(said) || names.test(said)) return `shows ${FIGURES.exec(said) ?? names.exec(said)}`;
  if ([400, 401, 403, 404, 405, 409, 415, 422].includes(status)) return null;
  if ([301, 302, 303, 307, 308].includes(status)) {
    const { location = '' } = headers;
    return /^\/(?:sign-in|auth\/)/.test(location) || location.includes('/sign-in?')
      ? null
      : `leads to ${location}`;
  }
  if (status === 204 || text === '' || text === '{}') return null;
  // A payload begins before its parts are asked: a page then is the way to sign-in, and a prefetch has no parts yet.
  if (headers['content-type'] === 'text/x-component')
    return variant.headers?.['Next-Router-Prefetch'] ||
      route.startsWith('/embed/') ||
      /\nd?[0-9a-f]+:E\{"digest":"NEXT_REDIRECT;replace;\/sign-in/.test(text)
      ? null
      : 'is a payload without a way to sign-in';
  // In a frame nobody can be sent elsewhere: sign-in is offered in place.
  if (route.startsWith('/embed/') && status === 200) return null;
  return `answers ${status}, ${headers['content-type']}, ${text.length} characters`;
}

test('No route of the build answers nobody with anything, however it is asked', async ({ baseURL }) => {
  test.setTimeout(300_000);
  const origin = new URL(String(baseURL)).origin;
  const routes = everyRoute();
  expect(routes.length).toBeGreaterThan(15);
  const names = new RegExp((await rawStores()).map(({ name }) => name).join('|'));
  const faults: string[] = [];
  let asked = 0;
  const work = routes
    .filter(({ route }) => !Object.hasOwn(OPEN_ROUTES, route))
    .flatMap((one) => Object.entries(VARIANTS).map(([name, variant]) => ({ ...one, name, variant })))
    .values();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const { route, path, name, variant } of work) {
        const written = variant.path?.(path) ?? path;
        const fault = faultOf(
          { route, variant },
          await sendOn(origin, written, variant),
          path.split('/').at(-1) ?? '',
          names,
        );
        asked += 1;
        if (fault) faults.push(`${route} ${name}: ${fault}`);
      }
    }),
  );
  console.log(`${routes.length} routes, ${asked} requests, ${faults.length} faults`);
  expect(faults).toEqual([]);
});

test('With a session the same eyes see figures, so that the look at nobody means something', async ({
  page,
  context,
  baseURL,
}) => {
  await signIn(page, EXECUTIVE);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const origin = new URL(String(baseURL)).origin;
  for (const variant of ['plain', 'as a payload'] as const) {
    const { headers, path = (one: string) => one } = VARIANTS[variant] ?? {};
    const { text } = await sendOn(origin, path('/sales'), { headers: { ...headers, cookie } });
    expect(text, variant).toMatch(FIGURES);
  }
});

/** Answers of the framework itself, made before or past our proxy, that lack some of the headers; none holds a page. */
const FRAMEWORK_ANSWERS: Readonly<Record<string, (path: string, answer: Answer) => boolean>> = {
  'a redirect that writes the address properly has no body to protect': (_, { status, text }) =>
    status === 308 && text.length < 2_000,
  'an address that cannot be decoded, or a method that it does not know, is refused before anything runs': (
    _,
    { status, text },
  ) => [400, 500].includes(status) && text.length < 200,
};
const HEADERS = {
  'content-security-policy': /script-src 'self' 'nonce-.*frame-ancestors/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
};

test('Every answer bears the headers, but for the answers of the framework that are written down', async ({
  page,
  baseURL,
}) => {
  const origin = new URL(String(baseURL)).origin;
  await page.goto('/sign-in');
  const assets = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('script[src], link[href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    ),
  );
  expect(assets.length).toBeGreaterThan(2);
  const paths = [
    ...everyRoute().map(({ path }) => path),
    ...assets,
    ...[
      '/no-such-page',
      '/_next/static/none.js',
      '/_next/image?url=%2Ficon.svg&w=64&q=75',
      '/_next/data/x/y.json',
    ],
    ...['/%', '/%ff', '//evil.test', '/sales/', '/api/none', '/api/live/none', `/${'a'.repeat(3_000)}`],
  ];
  const lacking: string[] = [];
  const excused = new Set<string>();
  for (const path of paths) {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'POST']) {
      const answer = await send(origin, path, { method });
      const without = Object.entries(HEADERS).filter(
        ([name, form]) => !form.test(String(answer.headers[name])),
      );
      if (without.length === 0) continue;
      const reason = Object.keys(FRAMEWORK_ANSWERS).find((one) => FRAMEWORK_ANSWERS[one]?.(path, answer));
      if (reason) excused.add(reason);
      else
        lacking.push(
          `${method} ${path.slice(0, 80)} ${answer.status} lacks ${without.map(([name]) => name)}`,
        );
    }
  }
  expect(lacking).toEqual([]);
  expect([...excused].sort()).toEqual(Object.keys(FRAMEWORK_ANSWERS).sort());
});
