import { mayDo, mayOpen, PAGES, type PageName, type Role } from '#lib/roles.ts';
import { type Expected, PEOPLE, PERIODS, type RawStore } from './oracle.ts';
import { everyRoute, OPEN_ROUTES } from './routes.ts';

/** Where figures come out, and for whom. */
export interface Endpoint {
  readonly path: string;
  readonly kind: 'page' | 'csv' | 'json' | 'stream';
  /** Absent where the requirement is not written down again here: then only leaks are looked for. */
  readonly opensTo?: (person: Expected) => boolean;
  /** The net sales of the scope and period stand in it as text. */
  readonly holdsNetSales: boolean;
  /** `store` in the address narrows it, so that another's store is refused; elsewhere it means nothing. */
  readonly narrows: boolean;
  /** What may stand in its query, where what it does not know is refused; days and a store elsewhere. */
  readonly understands?: readonly string[];
  /** A row of theirs names another's store, as a transfer names its other end. */
  readonly namesOthers?: true;
  /** Text that only those it opens to may read. */
  readonly shows?: string;
}

const sales = (person: Expected) => person.sales;
const csv = (table: string, holdsNetSales: boolean): Endpoint => ({
  path: `/api/export/${table}`,
  kind: 'csv',
  opensTo: sales,
  narrows: true,
  holdsNetSales,
});
/** A table of a page as a file, for those of the page who may take anything away. */
const fileOf = (table: string, page: PageName, more: Partial<Endpoint> = {}): Endpoint => ({
  ...csv(table, false),
  opensTo: ({ role }) => role !== null && mayOpen(role, page) && mayDo(role, 'export'),
  ...more,
});
const KNOWN: readonly Endpoint[] = [
  { path: '/sales', kind: 'page', narrows: false, opensTo: sales, holdsNetSales: true },
  { path: '/embed/sales', kind: 'page', narrows: false, opensTo: sales, holdsNetSales: true },
  { path: '/today', kind: 'page', narrows: false, opensTo: sales, holdsNetSales: false, shows: '£' },
  {
    path: '/lake',
    kind: 'page',
    narrows: false,
    opensTo: ({ lake }) => lake,
    holdsNetSales: false,
    shows: 'All rows received',
  },
  {
    path: '/admin',
    kind: 'page',
    narrows: false,
    opensTo: ({ admin }) => admin,
    holdsNetSales: false,
    shows: 'Blocked accounts',
  },
  {
    path: '/inventory',
    kind: 'page',
    narrows: false,
    namesOthers: true,
    opensTo: ({ sales: sells, role }) => sells && role !== 'pricing-analyst',
    holdsNetSales: false,
    shows: 'Days of cover',
  },
  {
    path: '/pricing',
    kind: 'page',
    narrows: false,
    opensTo: ({ role }) => role === 'executive' || role === 'pricing-analyst',
    holdsNetSales: false,
    shows: 'Recommended prices',
  },
  csv('sales-by-store', false),
  csv('sales-by-day', false),
  csv('sales-by-country', false),
  csv('sales-by-product', false),
  csv('sales-by-region', false),
  csv('sales-by-channel', false),
  csv('sales-by-category', false),
  fileOf('regions', 'executive'),
  fileOf('stores-against-target', 'executive'),
  fileOf('store-benchmarks', 'stores'),
  fileOf('store-days', 'stores'),
  fileOf('empty-shelves', 'stores'),
  fileOf('days-of-cover', 'inventory'),
  fileOf('customers', 'customers'),
  fileOf('customer-segments', 'customers'),
  fileOf('forecast-parts', 'forecast'),
  fileOf('prices', 'pricing'),
  { path: '/api/live', kind: 'stream', narrows: true, opensTo: sales, holdsNetSales: false },
  {
    path: '/api/v1/live/sales',
    kind: 'json',
    narrows: false,
    understands: [],
    opensTo: sales,
    holdsNetSales: false,
    shows: '"sentAt"',
  },
  {
    path: '/api/v1/live/stock',
    kind: 'json',
    narrows: true,
    understands: ['store'],
    opensTo: sales,
    holdsNetSales: false,
    shows: '"floors"',
  },
  {
    path: '/api/v1/alerts',
    kind: 'json',
    narrows: false,
    understands: [],
    opensTo: ({ sales: sells, admin }) => sells || admin,
    holdsNetSales: false,
    shows: '"alerts"',
  },
  {
    path: '/api/v1/notes',
    kind: 'json',
    narrows: true,
    understands: ['from', 'to', 'store'],
    opensTo: sales,
    holdsNetSales: false,
    shows: '"notes"',
  },
];

/** Doors that were opened since, found in the build: pages open as the navigation says, of the rest nothing is assumed. */
function foundEndpoints(): Endpoint[] {
  const known = new Set(KNOWN.map(({ path }) => path));
  return everyRoute()
    .filter(({ route, path }) => !known.has(path) && !Object.hasOwn(OPEN_ROUTES, route) && route !== '/')
    .map(({ route, path }): Endpoint => {
      const plain = path.replace(/^\/embed/, '');
      const same = KNOWN.find((one) => one.path === plain);
      if (same) return { ...same, path };
      const page = Object.values(PAGES).find((one) => one.path === plain);
      const opensTo =
        page && (({ role }: Expected) => (page.roles as readonly (Role | null)[]).includes(role));
      return {
        path,
        kind: route.startsWith('/api/') ? 'json' : 'page',
        narrows: false,
        holdsNetSales: false,
        ...(opensTo && { opensTo }),
      };
    });
}

export const ENDPOINTS: readonly Endpoint[] = [...KNOWN, ...foundEndpoints()];

/** How a page is asked for: by a person, by the framework, and by whoever tries the back doors. */
export const TRANSPORTS: Readonly<Record<string, Transport>> = {
  html: {},
  rsc: { headers: { RSC: '1' }, query: '_rsc=1x2y3' },
  prefetch: { headers: { RSC: '1', 'Next-Router-Prefetch': '1' }, query: '_rsc=1x2y3' },
  segment: { headers: { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' } },
  suffix: { suffix: '.rsc' },
  middleware: { headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' } },
  data: { headers: { 'x-nextjs-data': '1' } },
  forged: {
    headers: { 'x-forwarded-host': 'evil.test', 'x-requested-path': '/sales', 'x-role': 'executive' },
  },
};
interface Transport {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly suffix?: string;
}

export interface Case {
  readonly person: Expected;
  readonly endpoint: Endpoint;
  readonly transport: string;
  readonly picked: RawStore | null;
  /** Index into PERIODS. */
  readonly period: number;
}

/** Every case there is: person × endpoint × transport × store × period. */
export function everyCase(stores: readonly RawStore[]): Case[] {
  return PEOPLE.flatMap((person) =>
    ENDPOINTS.flatMap((endpoint) =>
      (endpoint.kind === 'page' ? Object.keys(TRANSPORTS) : ['html']).flatMap((transport) =>
        [null, ...stores].flatMap((picked) =>
          PERIODS.map((_, period) => ({ person, endpoint, transport, picked, period })),
        ),
      ),
    ),
  );
}

/** The plain ones, and as many others as are asked for, chosen by the seed. */
export function sampleOf(cases: readonly Case[], count: number, seed: number): Case[] {
  const plain = cases.filter(
    ({ transport, picked, period }) => transport === 'html' && !picked && period === 0,
  );
  const others = cases.filter((one) => !plain.includes(one));
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let at = others.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [others[at], others[other]] = [others[other] as Case, others[at] as Case];
  }
  return [...plain, ...others.slice(0, Math.max(0, count - plain.length))];
}
