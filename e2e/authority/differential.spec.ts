import { expect, test } from 'playwright/test';
import { signIn } from '../person.ts';
import { type Case, everyCase, sampleOf, TRANSPORTS } from './cases.ts';
import { PEOPLE, PERIODS, type RawStore, rawStores } from './oracle.ts';

const COUNT = Number(process.env['AUTHORITY_CASES'] ?? 240);
const SEED = Number(process.env['AUTHORITY_SEED'] ?? 1);
const LONGEST_MS = 8_000;

interface Reply {
  readonly status: number;
  readonly text: string;
}

function addressOf({ endpoint, transport, picked, period }: Case, origin: string): string {
  const { query, suffix = '' } = TRANSPORTS[transport] ?? {};
  const days = PERIODS[period];
  const search = new URLSearchParams({
    from: days?.from ?? '',
    to: days?.to ?? '',
    ...(picked && { store: picked.id }),
  });
  const { understands } = endpoint;
  if (understands)
    for (const name of [...search.keys()]) if (!understands.includes(name)) search.delete(name);
  return `${origin}${endpoint.path}${suffix}?${search}${query ? `&${query}` : ''}`;
}

/** The answer as text; of a stream its first figures. Who is told to wait waits. */
async function ask(one: Case, origin: string, cookie: string | undefined): Promise<Reply> {
  const headers = { ...TRANSPORTS[one.transport]?.headers, ...(cookie && { cookie }) };
  for (;;) {
    const stop = AbortSignal.timeout(LONGEST_MS);
    const response = await fetchOn(addressOf(one, origin), { headers, redirect: 'manual', signal: stop });
    const text =
      one.endpoint.kind === 'stream' && response.ok ? await firstEvent(response) : await response.text();
    if (response.status !== 429 && !response.headers.get('location')?.includes('busy=yes'))
      return { status: response.status, text };
    await new Promise((resolve) =>
      setTimeout(resolve, 1_000 * Number(response.headers.get('retry-after') ?? 5)),
    );
  }
}

/** The framework asks for its own marker of a payload; whoever follows gets the payload. */
async function fetchOn(address: string, options: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  const next = URL.parse(response.headers.get('location') ?? '', address);
  const isMarker = next?.pathname === new URL(address).pathname && next?.searchParams.has('_rsc');
  return isMarker && next.href !== address ? fetch(next, options) : response;
}

async function firstEvent(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  for (let text = ''; ; ) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    text += decoder.decode(value, { stream: true });
    if (!done && !/event: (?:reset|source)\n[\s\S]*\n\n/.test(text)) continue;
    await reader?.cancel();
    return text;
  }
}

const inPounds = (pence: bigint) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(
    `${pence / 100n}.${String(pence % 100n).padStart(2, '0')}` as never,
  );

/** What is wrong with an answer; null where nothing is. */
function faultOf(
  { person, endpoint, transport, picked, period }: Case,
  { status, text }: Reply,
  stores: RawStore[],
) {
  const opens = endpoint.opensTo?.(person);
  const visible = opens && (endpoint.path === '/lake' || !picked || person.sees(picked));
  // An address that is echoed names the store that was asked for; its name and its figures are never in the address.
  const leaked = stores.filter(
    (store) =>
      !person.sees(store) &&
      (text.includes(store.name) ||
        (store.id !== picked?.id &&
          !endpoint.path.includes(store.id) &&
          new RegExp(`\\b${store.id}\\b`).test(text))),
  );
  if (endpoint.path !== '/admin' && !endpoint.namesOthers && leaked.length > 0)
    return `shows ${leaked.map(({ name }) => name)}`;
  // A payload that leads nobody to the sign-in has status 200, as the framework would have it; it must hold nothing else.
  const isWayIn = endpoint.kind === 'page' && !text.includes('£') && /sign-in|"c":"\$Q/.test(text);
  if (opens === undefined)
    return person.account === null && status === 200 && !isWayIn ? 'answers nobody' : null;
  const refused = endpoint.kind === 'page' ? status !== 200 : [401, 403].includes(status);
  if (!opens && endpoint.kind !== 'page' && !refused)
    return `answers ${status} to somebody it is not open to`;
  if (!opens && (text.includes('£') || (endpoint.shows && text.includes(endpoint.shows))))
    return 'shows what is not open';
  if (endpoint.narrows && opens && !visible && status !== 403) return `answers ${status} for another's store`;
  if (!visible || transport !== 'html') return null;
  if (status !== 200) return `refuses what is allowed: ${status}`;
  if (endpoint.shows && !text.includes(endpoint.shows)) return `lacks ${endpoint.shows}`;
  const scope = stores.filter((store) => (picked ? store.id === picked.id : person.sees(store)));
  const pence = scope.reduce((sum, store) => sum + (store.pence[period] ?? 0n), 0n);
  if (endpoint.holdsNetSales && !text.includes(inPounds(pence))) return `lacks ${inPounds(pence)}`;
  if (endpoint.path.endsWith('sales-by-store') && !scope.every(({ name }) => text.includes(name)))
    return 'lacks a store of the scope';
  return null;
}

test('No door shows anybody a row that is not theirs, and every door shows what is', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(580_000);
  const origin = new URL(String(baseURL)).origin;
  const cookies = new Map<string | null, string>();
  for (const { account } of PEOPLE) {
    if (account === null) continue;
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await signIn(page, account, '/sales', /\/(sales|auth\/no-access)/);
    cookies.set(account, (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; '));
    await context.close();
  }
  const stores = await rawStores();
  const cases = sampleOf(everyCase(stores), COUNT, SEED);
  const faults: string[] = [];
  const work = cases.values();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const one of work) {
        const fault = faultOf(one, await ask(one, origin, cookies.get(one.person.account)), stores);
        if (fault) faults.push(`${one.person.account} ${one.transport} ${addressOf(one, '')} ${fault}`);
      }
    }),
  );
  console.log(`${cases.length} cases, seed ${SEED}, ${faults.length} faults`);
  expect(faults).toEqual([]);
});
