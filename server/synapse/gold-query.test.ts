import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, mock, test } from 'node:test';
import { z } from 'zod';
import type { RowScope } from '#lib/scope.ts';
import { countColumn, textColumn } from './columns.ts';
import {
  type FaultEndpoint,
  type FaultReply,
  lakeStatusAnswer,
  startFaultEndpoint,
} from './fault-endpoint.ts';
import { goldQuery, ONE_CUSTOMER, openGoldQuery, personalGoldQuery } from './gold-query.ts';
import { closeGoldSource } from './gold-source.ts';
import { intParameter } from './parameters.ts';

const EVERY_STORE = { kind: 'all' } as RowScope;
const NORTH = { kind: 'stores', storeIds: ['S01', 'S02'] } as unknown as RowScope;
const DAY = new Date('2026-11-22T00:00:00Z');

/** What the source is, for one test. */
let buildId = 'build-1';
let sourceReply: (nth: number) => FaultReply;
let asked = 0;
let page = 0;
let endpoint: FaultEndpoint;

const listStores = goldQuery({
  name: 'test.list-stores',
  params: z.strictObject({ page: intParameter(1, 1_000) }),
  sql: 'SELECT d.store_id AS storeId, COUNT(*) AS days FROM gold.store_day AS d WHERE inScope(d.store_id) AND 1 < @page',
  row: z.object({ storeId: textColumn(), days: countColumn() }),
});
const TWO_STORES: FaultReply = {
  columns: ['storeId', 'days'],
  rows: [
    ['S01', 31n],
    ['S02', 30n],
  ],
};

before(async () => {
  endpoint = await startFaultEndpoint({
    query: (_, names) => {
      if (names('gold.lake_status')) return lakeStatusAnswer(DAY, buildId);
      asked += 1;
      return sourceReply(asked);
    },
  });
  Object.assign(process.env, {
    SESSION_SECRET: 's'.repeat(32),
    SQL_HOST: '127.0.0.1',
    SQL_PORT: String(endpoint.port),
    SQL_DATABASE: 'retail',
    SQL_ENCRYPT: 'off',
    SQL_USER: 'reader',
    SQL_PASSWORD: 'secret',
    SQL_DEADLINE_MS: '600',
    REDIS_URL: 'redis://127.0.0.1:1',
    ENTRA_TENANT_ID: 'tenant',
    ENTRA_AUTHORITY: 'https://login.example/tenant',
    ENTRA_SPA_CLIENT_ID: 'spa',
    ENTRA_API_CLIENT_ID: 'api',
    ENTRA_API_CLIENT_SECRET: 'secret',
  });
  mock.timers.enable({ apis: ['Date'], now: Date.now() });
});
after(async () => {
  mock.timers.reset();
  await closeGoldSource();
  await endpoint.close();
});
beforeEach(() => {
  sourceReply = () => TWO_STORES;
  asked = 0;
  page += 1;
});

/** Past the time for which the lake's status is taken as current. */
const letStatusAge = () => mock.timers.tick(31_000);

describe('a question to the gold views', () => {
  test('many who ask the same within the same scope cost one query', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => listStores({ page }, NORTH)));
    await listStores({ page }, { kind: 'stores', storeIds: ['S02', 'S01'] } as unknown as RowScope);
    assert.equal(asked, 1);
    assert.deepEqual(answers[5]?.rows, [
      { storeId: 'S01', days: 31 },
      { storeId: 'S02', days: 30 },
    ]);
    assert.deepEqual(
      [answers[5]?.buildId, answers[5]?.stale, answers[5]?.truncated],
      ['build-1', null, false],
    );
  });

  test('two scopes never share an answer, even at the same moment', async () => {
    await Promise.all([listStores({ page }, NORTH), listStores({ page }, EVERY_STORE)]);
    assert.equal(asked, 2);
  });

  test('a new build of the lake is asked anew', async () => {
    await listStores({ page }, NORTH);
    buildId = 'build-2';
    letStatusAge();
    const answer = await listStores({ page }, NORTH);
    assert.deepEqual([answer.buildId, asked], ['build-2', 2]);
  });

  test('when a new build cannot be asked, the last good answer is given with its age', async () => {
    const good = await listStores({ page }, NORTH);
    buildId = 'build-3';
    letStatusAge();
    sourceReply = () => ({ error: { number: 40501 } });
    const answer = await listStores({ page }, NORTH);
    assert.deepEqual(answer.rows, good.rows);
    assert.equal(answer.buildId, 'build-2');
    assert.deepEqual(answer.stale, { since: good.queriedAt, reason: 'SOURCE_UNREACHABLE' });
  });

  test('parameters out of range are refused by name before anything is asked', async () => {
    await assert.rejects(listStores({ page: 0 }, NORTH), {
      code: 'QUESTION_PARAMETERS',
      parameters: ['page'],
      message: 'test.list-stores: cannot be asked with this page',
    });
    const hostile = JSON.parse('{"page": 2, "__proto__": 1, "storeIds": "S99"}');
    await assert.rejects(listStores(hostile, NORTH), { code: 'QUESTION_PARAMETERS' });
    assert.equal(asked, 0);
  });

  test('a column lost, added, renamed or retyped is named, and its rows are not shown', async () => {
    const drifts: [FaultReply, string][] = [
      [{ columns: ['storeId'], rows: [['S01']] }, 'days'],
      [{ columns: ['storeId', 'days', 'region'], rows: [['S01', 1n, 'North']] }, 'region'],
      [{ columns: ['storeId', 'day_count'], rows: [['S01', 1n]] }, 'days'],
      [{ columns: ['storeId', 'days'], rows: [['S01', 'many']] }, 'days'],
      [{ error: { number: 207, message: "Invalid column name 'store_id'." } }, 'store_id'],
    ];
    for (const [reply, column] of drifts) {
      sourceReply = () => reply;
      await assert.rejects(listStores({ page }, NORTH), {
        code: 'CONTRACT_DRIFT',
        question: 'test.list-stores',
        column,
      });
    }
  });

  test('a failing query tells its number and nothing of the source', async () => {
    sourceReply = () => ({ error: { number: 208 } });
    await assert.rejects(listStores({ page }, NORTH), {
      code: 'QUERY_FAILED',
      message: 'test.list-stores: failed (error 208)',
    });
  });

  test('a source that is starting, busy or over budget says which', async () => {
    for (const [number, state] of [
      [42109, 'starting'],
      [49918, 'busy'],
      [50000, 'over-budget'],
    ] as const) {
      const message = 'Query is rejected because SQL Serverless budget limit for a period is exceeded.';
      sourceReply = () => ({ error: state === 'over-budget' ? { number, message } : { number } });
      await assert.rejects(listStores({ page }, NORTH), { code: 'SOURCE_UNREACHABLE', state });
    }
  });

  test('an answer that does not end is a time-out, not a half answer', async () => {
    sourceReply = () => ({ ...TWO_STORES, ending: 'hang' });
    await assert.rejects(listStores({ page }, NORTH), { code: 'SOURCE_TIMEOUT' });
  });

  test('with the source gone, every known answer is still given at once, marked stale', async () => {
    const good = await listStores({ page }, NORTH);
    await endpoint.close();
    letStatusAge();
    const started = performance.now();
    const answer = await listStores({ page }, NORTH);
    assert.deepEqual(answer.rows, good.rows);
    assert.equal(answer.stale?.reason, 'SOURCE_UNREACHABLE');
    assert.ok(performance.now() - started < 600, 'no slower than the wait for a fresher status');
    await assert.rejects(listStores({ page: 999 }, NORTH), { code: 'SOURCE_UNREACHABLE' });
  });
});

describe('a question that could read past a scope', () => {
  const row = z.object({ storeId: textColumn() });
  const params = z.strictObject({});
  const refused: Record<string, string> = {
    'in one part of it a name is read without what the same name has in another':
      'WITH a AS (SELECT d.store_id AS storeId FROM gold.store_day AS d) SELECT a.storeId FROM gold.store_day AS d JOIN a ON a.storeId = d.store_id WHERE inScope(d.store_id)',
    'without the predicate': 'SELECT d.store_id AS storeId FROM gold.store_day AS d',
    'with the predicate on another view only':
      'SELECT d.store_id AS storeId FROM gold.store_day AS d JOIN gold.sales_daily AS p ON 1 = 1 WHERE inScope(p.store_id)',
    'with the predicate as one of two choices':
      'SELECT d.store_id AS storeId FROM gold.store_day AS d WHERE 1 = 1 OR inScope(d.store_id)',
    'with a choice after the predicate':
      'WITH s AS (SELECT d.store_id AS storeId FROM gold.store_day AS d WHERE inScope(d.store_id) AND 1 = 2 OR (1 = 1)) SELECT s.storeId FROM s',
    'with the predicate in a comment':
      'SELECT d.store_id AS storeId FROM gold.store_day AS d -- WHERE inScope(d.store_id)',
    'through a bracketed name': 'SELECT d.store_id AS storeId FROM [gold].[store_day] AS d',
    'through an old-style join': 'SELECT d.store_id AS storeId FROM gold.stores AS t, gold.store_day AS d',
    'past the gold views': 'SELECT l.store_id AS storeId FROM silver.transaction_lines AS l',
    'for who somebody is, without a reveal':
      'SELECT c.email AS storeId FROM gold.customer_contacts AS c WHERE inScope(c.store_id)',
  };
  for (const [how, sql] of Object.entries(refused)) {
    test(`is refused when it is declared: ${how}`, () => {
      assert.throws(() => goldQuery({ name: 'test.leak', params, sql, row }), TypeError);
    });
  }

  test('is refused for a reveal too: who somebody is, is read within a scope', () => {
    const sql =
      'SELECT c.email AS storeId FROM gold.customer_contacts AS c WHERE c.customer_key = @customerKey';
    assert.throws(() => personalGoldQuery({ name: 'test.leak', params: ONE_CUSTOMER, sql, row }), TypeError);
  });

  test('is refused when declared open to everyone over rows of stores', () => {
    const sql = 'SELECT d.store_id AS storeId FROM gold.store_day AS d';
    assert.throws(
      () => openGoldQuery({ name: 'test.leak', params, sql, row, everyoneBecause: 'no' }),
      /without a scope/,
    );
  });

  test('is refused with a parameter of no stated SQL type', () => {
    const sql = 'SELECT t.store_id AS storeId FROM gold.stores AS t';
    const loose = z.strictObject({ region: z.string() });
    assert.throws(
      () => goldQuery({ name: 'test.loose', params: loose, sql, row }),
      /region is of no known kind/,
    );
  });
});
