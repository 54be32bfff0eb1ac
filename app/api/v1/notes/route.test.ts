import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { businessDate } from '#lib/business-date.ts';
import type { SalesNote } from '#lib/sales-note.ts';
import { trialEnvironment } from '#server/auth/trial-environment.ts';
import { ACCESS_VERSION, AUDIT_STREAM, REGION_STORES } from '#server/shared/access-keys.ts';
import { NOTES_STANDING } from '#server/shared/ledger-keys.ts';
import { lakeStatusAnswer, startFaultEndpoint } from '#server/synapse/fault-endpoint.ts';

const DAY = '2026-11-22';
const source = await startFaultEndpoint({
  query: (_, names) => {
    if (names('gold.lake_status')) return lakeStatusAnswer(new Date(`${DAY}T00:00:00Z`));
    const columns = ['storeId', 'storeName', 'region'];
    return names('S-999') ? { columns, rows: [] } : { columns, rows: [['S-003', 'Store 3', 'North']] };
  },
});
const { origin, close } = await trialEnvironment({ sqlPort: source.port });
const { asked, trialCookie } = await import('#server/auth/trial-request.ts');
const { accessWatch } = await import('#server/auth/access.ts');
const { auditLedger } = await import('#server/ledger/record-deed.ts');
const { noteLedger } = await import('#server/ledger/open-note-ledger.ts');
const { closeGoldSource } = await import('#server/synapse/gold-source.ts');
const { GET, POST } = await import('./route.ts');

type Who = Parameters<typeof trialCookie>[0];
const MAX: Who = { id: 'max', roles: ['store-manager'], stores: ['S-003'] };
const MIA: Who = { id: 'mia', roles: ['store-manager'], stores: ['S-007', 'S-012'] };
const RITA: Who = { id: 'rita', roles: ['regional-manager'], regions: ['North'] };
const ERIN: Who = { id: 'erin', roles: ['executive'] };
const NOTE = { action: 'write', day: DAY, text: 'Street closed' };

async function send(who: Who, body: unknown): Promise<readonly unknown[]> {
  const headers = { cookie: await trialCookie(who), origin };
  const request = new Request(`${origin}/api/v1/notes`, {
    ...{ method: 'POST', body: JSON.stringify(body), headers },
  });
  const response = await asked(request, POST);
  const text = await response.text();
  return text === '' ? [response.status] : [response.status, (JSON.parse(text) as { code: string }).code];
}
async function answerTo(who: Who, query = `from=${DAY}&to=${DAY}`) {
  const headers = { cookie: await trialCookie(who) };
  const request = new Request(`${origin}/api/v1/notes?${query}`, { headers });
  const response = await asked(request, GET);
  const body = (await response.json()) as { notes: SalesNote[]; truncated: boolean; code?: string };
  return { status: response.status, ...body };
}
const places = async (who: Who, query?: string) =>
  (await answerTo(who, query)).notes.map(({ storeIds }) => storeIds?.join() ?? 'chain');

describe('notes', () => {
  before(() => accessWatch().known());
  beforeEach(async () => {
    const { redis } = accessWatch();
    await redis.flushall();
    await redis.hset(REGION_STORES, 'North', '["S-001","S-003"]');
    await redis.incr(ACCESS_VERSION);
    await accessWatch().refresh();
  });
  after(async () => {
    accessWatch().close();
    auditLedger().close();
    await closeGoldSource();
    await source.close();
    await close();
    // The ledger of notes holds a connection of its own.
    setTimeout(() => process.exit(), 500).unref();
  });

  test('of a store are read by those who see it, of a region by its stores, of the chain by everybody', async () => {
    assert.deepEqual(await send(MAX, NOTE), [204]);
    assert.deepEqual(await send(MIA, { ...NOTE, storeId: 'S-007' }), [204]);
    assert.deepEqual(await send(RITA, NOTE), [204]);
    assert.deepEqual(await send(ERIN, NOTE), [204]);
    assert.deepEqual((await places(MAX)).sort(), ['S-003', 'S-003', 'chain']);
    assert.deepEqual((await places(MIA)).sort(), ['S-007', 'chain']);
    assert.deepEqual((await places(RITA)).sort(), ['S-001,S-003', 'S-003', 'chain']);
    assert.deepEqual((await places(ERIN)).sort(), ['S-001,S-003', 'S-003', 'S-007', 'chain']);
    const picked = `from=${DAY}&to=${DAY}&store=S-001`;
    assert.deepEqual((await places(ERIN, picked)).sort(), ['S-001,S-003', 'chain']);
    assert.equal((await answerTo(MAX, picked)).code, 'OUT_OF_SCOPE');
    assert.deepEqual(await places(ERIN, 'from=2026-11-01&to=2026-11-21'), []);
  });

  test('tell their author’s account and never the id, and who may withdraw them', async () => {
    await send(MAX, { ...NOTE, text: '<b>{x|y}</b>' });
    const [own] = (await answerTo(MAX)).notes;
    const [theirs] = (await answerTo(ERIN)).notes;
    assert.deepEqual(
      [own?.text, own?.account, own?.isOwn, theirs?.isOwn],
      ['<b>{x|y}</b>', 'store-manager@contoso.test', true, false],
    );
    assert.equal('personId' in (own ?? {}), false);
  });

  test('about another’s store, no store, no day held, or all of several are refused', async () => {
    for (const [who, body, refusal] of [
      [MAX, { ...NOTE, storeId: 'S-001' }, [403, 'OUT_OF_SCOPE']],
      [MIA, { ...NOTE, storeId: null }, [422, 'BAD_BODY']],
      [ERIN, { ...NOTE, storeId: 'S-999' }, [422, 'BAD_BODY']],
      [MAX, { ...NOTE, day: '2026-11-23' }, [422, 'BAD_BODY']],
      [MAX, { ...NOTE, day: '2026-11-21' }, [422, 'BAD_BODY']],
      [MAX, { ...NOTE, text: ' ' }, [422, 'BAD_BODY']],
    ] as const)
      assert.deepEqual(await send(who, body), refusal, JSON.stringify(body));
    assert.deepEqual(await places(ERIN), []);
    assert.equal((await answerTo(ERIN, 'from=2026-11-22&to=2026-11-21')).code, 'BAD_QUERY');
    assert.equal((await answerTo(ERIN, `from=${DAY}`)).code, 'BAD_QUERY');
  });

  test('are withdrawn by their author alone; another’s and none look alike', async () => {
    await send(MAX, NOTE);
    const id = (await answerTo(MAX)).notes[0]?.id;
    const withdrawal = { action: 'withdraw', id };
    assert.deepEqual(await send(ERIN, withdrawal), [404, 'NOTHING_THERE']);
    assert.deepEqual(await send(ERIN, { ...withdrawal, id: 'none' }), [404, 'NOTHING_THERE']);
    assert.deepEqual(await places(MAX), ['S-003']);
    assert.deepEqual(await send(MAX, withdrawal), [204]);
    assert.deepEqual(await places(MAX), []);
    assert.deepEqual(await send(MAX, withdrawal), [404, 'NOTHING_THERE']);
  });

  test('are in the audit before they are done, or not done', async () => {
    await send(MAX, NOTE);
    const id = (await answerTo(MAX)).notes[0]?.id ?? '';
    await send(ERIN, { action: 'withdraw', id });
    const { records } = await auditLedger().list({});
    assert.deepEqual(
      records.map(({ action, outcome, subject, code }) => [action, outcome, subject, code]),
      [
        ['withdraw-note', 'refused', id, 'NOTHING_THERE'],
        ['write-note', 'done', `${id} on ${DAY} about S-003`, ''],
      ],
    );
    await accessWatch().redis.del(AUDIT_STREAM);
    await accessWatch().redis.set(AUDIT_STREAM, 'no stream');
    assert.deepEqual(await send(MAX, NOTE), [503, 'LEDGER_UNAVAILABLE']);
    assert.deepEqual(await send(MAX, { action: 'withdraw', id }), [503, 'LEDGER_UNAVAILABLE']);
    assert.deepEqual(await places(MAX), ['S-003']);
  });

  test('of one person about one day come to an end, and of many days the latest are given', async () => {
    const sent = [];
    for (let nth = 0; nth < 11; nth++) sent.push(await send(MAX, NOTE));
    assert.deepEqual(sent.at(-2), [204]);
    assert.deepEqual(sent.at(-1), [409, 'ENOUGH_NOTES']);
    assert.equal((await answerTo(MAX)).truncated, false);
    const [day, who] = [businessDate(DAY), { account: 'x', at: `${DAY}T10:00:00.000Z` }];
    for (let nth = 0; nth < 200; nth++)
      await noteLedger().write({ id: `n${nth}`, day, storeIds: null, text: 'x', personId: `${nth}`, ...who });
    const { notes, truncated } = await answerTo(MAX);
    assert.deepEqual([notes.length, truncated], [200, true]);
  });

  test('are not said to be none where they cannot be read', async () => {
    await send(MAX, NOTE);
    await accessWatch().redis.del(NOTES_STANDING);
    await accessWatch().redis.set(NOTES_STANDING, 'no hash');
    const { status, code } = await answerTo(MAX);
    assert.deepEqual([status, code], [503, 'LEDGER_UNAVAILABLE']);
  });
});
