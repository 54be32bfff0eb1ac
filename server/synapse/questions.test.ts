import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { TYPES } from 'tedious';
import type { RowScope } from '#lib/scope.ts';
import { getImportReport } from './lake/get-import-report.ts';
import { getLakeStatus } from './lake/get-lake-status.ts';
import { FIRST_DAY, LAST_DAY } from './sample-chain.ts';
import { startSampleSource } from './sample-source.ts';
import { makeSourcePool } from './source-pool.ts';
import { listStoreNames } from './stores/list-store-names.ts';
import { listStores } from './stores/list-stores.ts';

/** Through tedious and the local TDS endpoint, over a small lake. */
const source = await startSampleSource();
after(() => source.close());

describe('the questions, asked through TDS', () => {
  test('the lake says what it covers and when it was loaded', async () => {
    assert.deepEqual(await getLakeStatus(), {
      buildId: 'build-a',
      sourceName: 'A made-up chain',
      firstDate: FIRST_DAY,
      lastClosedDate: LAST_DAY,
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      loadedAt: Date.UTC(2026, 10, 19, 4, 5, 6, 789),
      checks: 3,
      failedChecks: 1,
      stale: null,
    });
  });

  test('the import report comes in the order of its rules', async () => {
    const { rows } = await getImportReport({});
    assert.deepEqual(rows, [
      { outcome: 'return', precedence: 1, ruleText: 'A cancellation', rowCount: 10, amount: -2345n },
      { outcome: 'sale', precedence: 2, ruleText: 'Everything else', rowCount: 90, amount: 12345n },
    ]);
  });

  test('the names of stores are those of the scope', async () => {
    const scope = { kind: 'stores', storeIds: ['S02'] } as unknown as RowScope;
    for (const ask of [listStores, listStoreNames]) {
      const { rows } = await ask({}, scope);
      assert.deepEqual(
        rows.map(({ storeId }) => storeId),
        ['S02'],
      );
    }
  });

  test('the log says of each question what serverless SQL would bill for it, ten megabytes at least', async () => {
    const scope = { kind: 'stores', storeIds: ['S03'] } as unknown as RowScope;
    const lines = await linesWhile(() => listStoreNames({}, scope));
    const asked = lines.filter(({ event }) => event === 'synapse.asked');
    assert.deepEqual(
      asked.map(({ question, rows, megabytesBilled }) => ({ question, rows, megabytesBilled })),
      [{ question: 'stores.list-store-names', rows: 1, megabytesBilled: 10 }],
    );
  });

  test('typed literals ask the same as bound parameters', async () => {
    const parameters = [
      { name: 'day', type: TYPES.Date, value: new Date(`${LAST_DAY}T00:00:00Z`) },
      { name: 'top', type: TYPES.Int, value: -7 },
      { name: 'store0', type: TYPES.VarChar, value: "O'Brien's') OR 1 = 1 --" },
    ];
    const sql = 'SELECT @day AS sold, @top AS below, @store0 AS store, @day AS again';
    const ask = async (transport: 'bound' | 'literals') => {
      const { SQL_PORT, SQL_USER: user = '', SQL_PASSWORD: password = '' } = process.env;
      const address = {
        host: '127.0.0.1',
        port: Number(SQL_PORT),
        database: 'retail',
        encrypt: 'off',
      } as const;
      const limits = { connectTimeoutMs: 5_000, deadlineMs: 10_000, maxConnections: 1 };
      const pool = makeSourcePool({ ...address, ...limits, login: { user, password }, transport });
      return pool.ask({ sql, parameters, rowCap: 10 }).finally(() => pool.close());
    };
    assert.deepEqual(await ask('literals'), await ask('bound'));
  });
});

/** The lines of the log that are written meanwhile; what else is printed goes its way. */
async function linesWhile(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((line: string | Uint8Array, ...rest: []) => {
    if (typeof line === 'string' && line.startsWith('{"time"')) lines.push(line);
    return write(line, ...rest);
  }) as typeof process.stdout.write;
  try {
    await work();
  } finally {
    process.stdout.write = write;
  }
  return lines.map((line) => JSON.parse(line));
}
