import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { trialEnvironment } from '#server/auth/trial-environment.ts';
import { ACCESS_VERSION, AUDIT_STREAM, REGION_STORES } from '#server/shared/access-keys.ts';

const { origin, close } = await trialEnvironment();
const { asked, trialCookie } = await import('#server/auth/trial-request.ts');
const { accessWatch } = await import('#server/auth/access.ts');
const { auditLedger } = await import('#server/ledger/record-deed.ts');
const { GET: exported } = await import('./export/[table]/route.ts');
const { GET: live } = await import('./live/route.ts');
const { GET: listed } = await import('./v1/[...path]/route.ts');
const { GET: shelves } = await import('./v1/live/stock/route.ts');

/** Rounds of so many pairs; one in which the machine was busy with something else must not decide. */
const ROUNDS = 3;
const PAIRS = 120;
const MOST = 1.1;

const table = { params: Promise.resolve({ table: 'sales-by-store' }) };
const path = { params: Promise.resolve({ path: ['sales', 'stores'] }) };
const DOORS: Readonly<Record<string, (request: Request) => Promise<Response>>> = {
  '/api/export/sales-by-store': (request) => exported(request, table),
  '/api/live': live,
  '/api/v1/sales/stores': (request) => listed(request, path),
  '/api/v1/live/stock': shelves,
};
/** What others have, and what nobody has, of the same length: what is sent back must not differ by what was sent. */
const CHOICES: Readonly<Record<string, readonly [string, string]>> = {
  '/api/export/sales-by-store': ['region=South', 'region=Nowhe'],
};
const STORES = ['store=S-001', 'store=S-999'] as const;

interface Refused {
  /** All that can be read of the answer. */
  readonly answer: string;
  readonly ms: number;
}

async function refused(address: string, open: (request: Request) => Promise<Response>): Promise<Refused> {
  // Somebody else each time, so that nobody asks faster than a person does.
  const cookie = await trialCookie({ roles: ['store-manager'], stores: ['S-003'] });
  const request = new Request(`${origin}${address}`, { headers: { cookie } });
  const since = performance.now();
  const response = await asked(request, () => open(request));
  const text = await response.text();
  const ms = performance.now() - since;
  return { answer: JSON.stringify([response.status, [...response.headers], text]), ms };
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

describe('what belongs to others and what there is not', () => {
  before(async () => {
    const watch = accessWatch();
    await watch.redis.hset(REGION_STORES, 'South', '["S-001"]');
    await watch.redis.incr(ACCESS_VERSION);
    await watch.refresh();
    assert.deepEqual(watch.records.regions.get('South'), ['S-001']);
  });
  after(async () => {
    accessWatch().close();
    auditLedger().close();
    await close();
    setTimeout(() => process.exit(), 500).unref();
  });

  for (const [door, open] of Object.entries(DOORS))
    for (const choices of [STORES, ...(CHOICES[door] ? [CHOICES[door]] : [])])
      test(`are told apart at ${door} by neither words nor size nor time (${choices.join(', ')})`, async (t) => {
        const before = await accessWatch().redis.xlen(AUDIT_STREAM);
        const answers = new Set<string>();
        const ratios: number[] = [];
        for (let round = 0; round < ROUNDS && !ratios.some((ratio) => ratio <= MOST); round++) {
          const taken: [number[], number[]] = [[], []];
          for (let pair = 0; pair < PAIRS; pair++)
            // In turns, and each first as often as the other.
            for (const which of pair % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
              const { answer, ms } = await refused(`${door}?${choices[which]}`, open);
              answers.add(answer);
              taken[which].push(ms);
            }
          const [theirs, none] = taken.map(median) as [number, number];
          ratios.push(Math.max(theirs / none, none / theirs));
        }
        t.diagnostic(`medians differ by ${ratios.map((ratio) => ratio.toFixed(3)).join(', ')}`);
        assert.equal(answers.size, 1);
        assert.match([...answers][0] ?? '', /^\[403,.*OUT_OF_SCOPE/);
        assert.ok(Math.min(...ratios) <= MOST, `${ratios}`);
        // Each is written down.
        const written = (await accessWatch().redis.xlen(AUDIT_STREAM)) - before;
        assert.equal(written, 2 * PAIRS * ratios.length);
        const [last] = (await auditLedger().list({ outcome: 'refused' })).records;
        assert.equal(last?.code, 'OUT_OF_SCOPE');
      });
});
