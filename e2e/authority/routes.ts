import { existsSync, readFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { FRAMED_PAGES, framePath } from '#lib/frame-pages.ts';

/** Routes that answer without a session, and why. Whatever the build's manifest holds besides refuses. */
export const OPEN_ROUTES: Readonly<Record<string, string>> = {
  '/sign-in': 'the way in',
  '/auth/redirect': 'where the identity provider sends its answer',
  '/auth/relay': 'the window in which a frame signs in',
  '/auth/sign-out': 'the way out; the session has ended before',
  '/api/health': 'says that the process answers, of which build it is, and nothing else',
  '/icon.svg': 'a picture',
  '/_not-found': 'says that there is no such page',
  '/_global-error': 'says that something went wrong',
};

/** Every route of the build, pages and handlers, with a value in the place of each parameter. */
export function everyRoute(): { readonly route: string; readonly path: string }[] {
  const manifest = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as object;
  const routes = [...new Set<string>(Object.values(manifest))].flatMap((route) =>
    route === '/embed/[page]' ? FRAMED_PAGES.map(framePath) : [route],
  );
  return routes.map((route) => ({
    route,
    path: route.replaceAll(/\[\[?(?:\.\.\.)?\w+\]?\]/g, (name) => VALUES[name] ?? 'S-001'),
  }));
}

const VALUES: Readonly<Record<string, string>> = {
  '[table]': 'sales-by-store',
  '[customerKey]': '1',
  '[customerId]': '1',
};

export interface Variant {
  readonly method?: string;
  readonly body?: string;
  /** What is written in the place of the path. */
  readonly path?: (path: string) => string;
  readonly headers?: Readonly<Record<string, string>>;
}

const buildId = () =>
  existsSync('.next/BUILD_ID') ? readFileSync('.next/BUILD_ID', 'utf8').trim() : 'build';
const RSC = { RSC: '1' };
const prefetch = (segment?: string) => ({
  ...RSC,
  'Next-Router-Prefetch': '1',
  ...(segment !== undefined && { 'Next-Router-Segment-Prefetch': segment }),
});
const firstLetter = (path: string) =>
  path.replace(/^\/(\w)/, (_, letter: string) => `/%${letter.charCodeAt(0).toString(16)}`);

/** Ways to ask that have led past a check in products like this one. */
export const VARIANTS: Readonly<Record<string, Variant>> = {
  plain: {},
  'with .rsc': { path: (path) => `${path}.rsc` },
  'with .rsc and its header': { path: (path) => `${path}.rsc`, headers: RSC },
  'as a segment': { path: (path) => `${path}.segments/_tree.segment.rsc`, headers: prefetch('/_tree') },
  'as the page segment': {
    path: (path) => `${path}.segments/__PAGE__.segment.rsc`,
    headers: prefetch('/__PAGE__'),
  },
  'as the full segment': {
    path: (path) => `${path}.segments/_full.segment.rsc`,
    headers: prefetch('/_full'),
  },
  'with _rsc': { path: (path) => `${path}?_rsc=1a2b3` },
  'as a payload': { path: (path) => `${path}?_rsc=1a2b3`, headers: RSC },
  'with RSC alone': { headers: RSC },
  'as a prefetch': { headers: prefetch() },
  'as a prefetch of the tree': { headers: prefetch('/_tree') },
  'as a prefetch of the page': { headers: prefetch('/__PAGE__') },
  'as a full prefetch': { headers: { ...RSC, 'Next-Router-Prefetch': '2' } },
  'with a router state': {
    headers: {
      ...RSC,
      'Next-Router-State-Tree': encodeURIComponent(
        JSON.stringify(['', { children: ['__PAGE__', {}] }, null, 'refetch']),
      ),
    },
  },
  'as a purpose of prefetch': { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch' } },
  'as a subrequest of proxy': { headers: { 'x-middleware-subrequest': Array(5).fill('proxy').join(':') } },
  'as a subrequest of src/middleware': {
    headers: { 'x-middleware-subrequest': Array(5).fill('src/middleware').join(':') },
  },
  'as a prefetch of middleware': { headers: { 'x-middleware-prefetch': '1' } },
  'as data': { headers: { 'x-nextjs-data': '1' } },
  'as a data file': {
    path: (path) => `/_next/data/${buildId()}${path}.json`,
    headers: { 'x-nextjs-data': '1' },
  },
  'as invoked': {
    headers: { 'x-invoke-path': '/sign-in', 'x-matched-path': '/sign-in', 'x-invoke-status': '200' },
  },
  'as rewritten': {
    headers: { 'x-original-url': '/sign-in', 'x-rewrite-url': '/sign-in', 'x-nextjs-rewrite': '/sign-in' },
  },
  'as forwarded': {
    headers: { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https', forwarded: 'host=evil.test' },
  },
  'with a path of its own making': { headers: { 'x-requested-path': '/sign-in' } },
  'with a letter encoded': { path: firstLetter },
  'with a letter encoded twice': { path: (path) => firstLetter(path).replace('%', '%25') },
  'with two slashes': { path: (path) => `/${path}` },
  'with slashes within': { path: (path) => path.replaceAll('/', '//') },
  'with an encoded slash': { path: (path) => `${path}%2f` },
  'with a back slash': { path: (path) => path.replace('/', '/\\') },
  'with a dot before': { path: (path) => `/.${path}` },
  'with steps back': { path: (path) => `/sign-in/..${path}` },
  'with encoded steps back': { path: (path) => `/sign-in/%2e%2e${path}` },
  'with a slash after': { path: (path) => `${path}/` },
  'with a dot after': { path: (path) => `${path}.` },
  'with a space after': { path: (path) => `${path}%20` },
  'with a null after': { path: (path) => `${path}%00` },
  'with a parameter of the path': { path: (path) => `${path};x=1` },
  'in capitals': { path: (path) => path.toUpperCase() },
  'with a locale': { path: (path) => `/en${path}` },
  'by HEAD': { method: 'HEAD' },
  'by OPTIONS': { method: 'OPTIONS' },
  'by POST of an action': {
    method: 'POST',
    headers: { 'Next-Action': 'a'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' },
  },
  'by PUT': { method: 'PUT' },
};

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends the path as it is written: nothing is made proper on the way. A stream is read for a moment only. */
export function send(
  origin: string,
  path: string,
  { method = 'GET', headers = {}, body }: Variant,
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let text = '';
      const answer = () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', answer).on('close', answer).on('error', answer);
      if (response.headers['content-type']?.startsWith('text/event-stream'))
        setTimeout(() => sent.destroy(), 1_000);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/**
 * Follows what merely writes the address properly, or asks for the framework's own marker of a payload. Who is told to
 * wait waits: what was not looked at proves nothing.
 */
export async function sendOn(origin: string, path: string, variant: Variant, hops = 3): Promise<Answer> {
  const answer = await send(origin, path, variant);
  if (isToldToWait(answer)) {
    await sleep(1_000 * Number(answer.headers['retry-after'] ?? 2));
    return sendOn(origin, path, variant, hops);
  }
  const { location } = answer.headers;
  const next = location === undefined ? null : URL.parse(location, origin);
  const isOwn = next?.origin === new URL(origin).origin && !/^\/(?:sign-in|auth)\b/.test(next.pathname);
  const isSame = next?.pathname === URL.parse(path, origin)?.pathname && next?.searchParams.has('_rsc');
  if (!next || !isOwn || !(answer.status === 308 || isSame) || hops === 0) return answer;
  return sendOn(origin, `${next.pathname}${next.search}`, variant, hops - 1);
}

/** A page sends those who ask too much at once elsewhere, a handler says it with its status. */
export function isToldToWait({ status, headers }: Pick<Answer, 'status' | 'headers'>): boolean {
  return status === 429 || (headers.location?.includes('busy=yes') ?? false);
}
