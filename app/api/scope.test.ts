import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { CLEARANCE } from '#lib/roles.ts';
import { trialEnvironment } from '#server/auth/trial-environment.ts';
import { AUDIT_STREAM } from '#server/shared/access-keys.ts';
import { lakeStatusAnswer, startFaultEndpoint } from '#server/synapse/fault-endpoint.ts';

const DAY = new Date('2026-11-22T00:00:00Z');
const source = await startFaultEndpoint({
  query: (_, names) => {
    if (names('gold.lake_status')) return lakeStatusAnswer(DAY);
    // It answers with the store that it was asked for, as a parameter.
    const store = ['S-001', 'S-003'].find((id) => names(id)) ?? 'every store';
    if (names('gold.store_day'))
      return {
        columns: 'part soldBy grossSales discounts returns netSales transactions units'.split(' '),
        rows: [['period', store, '100', '0', '0', '100', 1n, 1n]],
      };
    return {
      columns: 'storeId storeName region'.split(' '),
      rows: [[store, 'A store', 'North']],
    };
  },
});
const { origin, close } = await trialEnvironment({ sqlPort: source.port });
const { asked: within, trialCookie } = await import('#server/auth/trial-request.ts');
const { accessWatch } = await import('#server/auth/access.ts');
const { auditLedger } = await import('#server/ledger/record-deed.ts');
const { closeGoldSource } = await import('#server/synapse/gold-source.ts');
const { GET: exportTable } = await import('./export/[table]/route.ts');
const { GET: live } = await import('./live/route.ts');

const manager = { roles: ['store-manager' as const], stores: ['S-003'] };
const get = async (path: string, who: Parameters<typeof trialCookie>[0] = manager) =>
  new Request(`${origin}${path}`, { headers: { cookie: await trialCookie(who) } });
const exported = async (query: string, who?: Parameters<typeof trialCookie>[0]) => {
  const request = await get(`/api/export/sales-by-store${query}`, who);
  return within(request, () =>
    exportTable(request, { params: Promise.resolve({ table: 'sales-by-store' }) }),
  );
};
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('what is taken away', () => {
  before(() => accessWatch().known());
  beforeEach(async () => {
    await accessWatch().redis.flushall();
  });
  after(async () => {
    accessWatch().close();
    auditLedger().close();
    await closeGoldSource();
    await source.close();
    await close();
    // The hub of the stream holds a connection of its own.
    setTimeout(() => process.exit(), 500).unref();
  });

  test('is of one’s own stores, and of those alone that were picked', async () => {
    const text = await (await exported('')).text();
    assert.match(text, /"S-003"/);
    assert.equal((await exported('?store=S-003')).status, 200);
    for (const others of ['?store=S-001', '?store=S-003&store=S-001', '?store=', '?store=*']) {
      const response = await exported(others);
      assert.deepEqual([response.status, await codeOf(response)], [403, 'OUT_OF_SCOPE'], others);
    }
    assert.match(await (await exported('?store=S-001', { roles: ['executive'] })).text(), /"S-001"/);
  });

  test('is refused in the same words for a store of others and for one that there is not', async () => {
    const [theirs, none] = await Promise.all(['S-001', 'S-999'].map((id) => exported(`?store=${id}`)));
    assert.equal(await theirs?.text(), await none?.text());
    assert.deepEqual([...(theirs?.headers ?? [])], [...(none?.headers ?? [])]);
  });

  test('is written down with its scope before it is given, or not given', async () => {
    await exported('');
    const [record] = (await auditLedger().list({ action: 'export' })).records;
    assert.deepEqual([record?.outcome, record?.scope], ['done', 'stores:["S-003"]']);
    await accessWatch().redis.del(AUDIT_STREAM);
    await accessWatch().redis.set(AUDIT_STREAM, 'no stream');
    const response = await exported('');
    assert.deepEqual(
      [response.status, response.headers.get('content-type')],
      [503, 'application/problem+json'],
    );
  });

  test('bears its label, and stays where the label is above the clearance of the role', async () => {
    assert.match(
      await (await exported('')).text(),
      /"Label","Internal: not for anybody outside the company"/,
    );
    const table = CLEARANCE as Record<string, readonly string[]>;
    const before = table['Internal'] ?? [];
    table['Internal'] = ['executive'];
    try {
      const response = await exported('');
      assert.deepEqual([response.status, await codeOf(response)], [403, 'CLEARANCE']);
      assert.equal((await exported('', { roles: ['executive'] })).status, 200);
    } finally {
      table['Internal'] = before;
    }
  });

  test('and a stream of another’s store is refused before it begins', async () => {
    const request = await get('/api/live?store=S-001');
    const response = await within(request, () => live(request));
    assert.deepEqual([response.status, await codeOf(response)], [403, 'OUT_OF_SCOPE']);
  });
});
