import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { TYPES } from 'tedious';
import { addDays } from '#lib/business-date.ts';
import type { Period } from '#lib/period.ts';
import type { RowScope, ScopeOfStores } from '#lib/scope.ts';
import { closeGoldSource } from './gold-source.ts';
import { getImportReport } from './lake/get-import-report.ts';
import { getLakeStatus } from './lake/get-lake-status.ts';
import { getSalesFigures } from './sales/get-sales-figures.ts';
import { listDailySales } from './sales/list-daily-sales.ts';
import { listSalesByCountry } from './sales/list-sales-by-country.ts';
import { listSalesByStore } from './sales/list-sales-by-store.ts';
import { listTopProducts } from './sales/list-top-products.ts';
import {
  CLOSED_DAY,
  FIRST_DAY,
  LAST_DAY,
  PRODUCTS,
  type SampleSale,
  STORES,
  sampleSales,
  writeSampleLake,
} from './sample-chain.ts';
import { makeSourcePool } from './source-pool.ts';

/** Through tedious and the local TDS endpoint, over a small lake whose sums are added up here, in bigint. */
const SALES = sampleSales();
const BASIS: Period = { from: FIRST_DAY, to: addDays(FIRST_DAY, 9) };
const PERIOD: Period = { from: addDays(FIRST_DAY, 10), to: LAST_DAY };
const SCOPES: readonly ScopeOfStores[] = [
  { kind: 'all' },
  { kind: 'stores', storeIds: ['S01'] },
  { kind: 'stores', storeIds: ['S02', 'S03'] },
];
const root = mkdtempSync(join(tmpdir(), 'retail-pulse-questions-'));
let tds: ChildProcess;

before(async () => {
  await writeSampleLake(root, 'build-a');
  const checkout = fileURLToPath(new URL('../../', import.meta.url));
  tds = spawn(process.execPath, ['--conditions=react-server', 'server/local/tds/main.ts'], {
    cwd: checkout,
    env: {
      ...process.env,
      TDS_PORT: '0',
      LAKE_ROOT: root,
      TDS_SQL_LOGIN: 'reader',
      TDS_SQL_PASSWORD: 'secret',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await listeningPort(tds);
  Object.assign(process.env, {
    SESSION_SECRET: 's'.repeat(32),
    SQL_HOST: '127.0.0.1',
    SQL_PORT: String(port),
    SQL_DATABASE: 'retail',
    SQL_ENCRYPT: 'off',
    SQL_USER: 'reader',
    SQL_PASSWORD: 'secret',
    REDIS_URL: 'redis://127.0.0.1:1',
    ENTRA_TENANT_ID: 'tenant',
    ENTRA_AUTHORITY: 'https://login.example/tenant',
    ENTRA_SPA_CLIENT_ID: 'spa',
    ENTRA_API_CLIENT_ID: 'api',
    ENTRA_API_CLIENT_SECRET: 'secret',
  });
});
after(async () => {
  await closeGoldSource();
  if (tds.exitCode === null) {
    tds.kill('SIGTERM');
    await once(tds, 'exit');
  }
  rmSync(root, { recursive: true, force: true });
});

function listeningPort({ stdout }: ChildProcess): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  let said = '';
  stdout?.on('data', (text) => {
    said += text;
    const port = /"tds\.listening","port":(\d+)/.exec(said)?.[1];
    if (port) resolve(Number(port));
  });
  return promise;
}

const asScope = (scope: ScopeOfStores) => scope as RowScope;
const within = (scope: ScopeOfStores, { from, to }: Period) =>
  SALES.filter(
    ({ day, store }) => day >= from && day <= to && (scope.kind === 'all' || scope.storeIds.includes(store)),
  );
const money = (sales: readonly SampleSale[], key: 'gross' | 'discounts' | 'returns' | 'net') =>
  sales.reduce((sum, sale) => sum + sale[key], 0n);
const count = (sales: readonly SampleSale[], key: 'units' | 'transactions') =>
  sales.reduce((sum, sale) => sum + sale[key], 0);
const figures = (sales: readonly SampleSale[]) =>
  sales.length === 0
    ? null
    : {
        grossSales: money(sales, 'gross'),
        discounts: money(sales, 'discounts'),
        returns: money(sales, 'returns'),
        netSales: money(sales, 'net'),
        transactions: count(sales, 'transactions'),
        units: count(sales, 'units'),
      };
const netOrNull = (sales: readonly SampleSale[]) => (sales.length === 0 ? null : money(sales, 'net'));
const byNetSales = (a: { netSales: bigint | null }, b: { netSales: bigint | null }) =>
  Number((b.netSales ?? -1n) - (a.netSales ?? -1n));

describe('the questions, asked through TDS', () => {
  for (const scope of SCOPES) {
    const who = scope.kind === 'all' ? 'every store' : scope.storeIds.join(' and ');
    const period = within(scope, PERIOD);
    const basis = within(scope, BASIS);

    test(`figures of ${who} equal the sums of its sales`, async () => {
      const answer = await getSalesFigures({ period: PERIOD, basis: [BASIS] }, asScope(scope));
      assert.deepEqual(answer.period, figures(period));
      assert.deepEqual(answer.basis, figures(basis));
    });

    test(`figures of ${who} are held against a basis of several runs of days`, async () => {
      const runs = [
        { from: FIRST_DAY, to: addDays(FIRST_DAY, 2) },
        { from: addDays(FIRST_DAY, 5), to: addDays(FIRST_DAY, 6) },
      ];
      const answer = await getSalesFigures({ period: PERIOD, basis: runs }, asScope(scope));
      assert.deepEqual(answer.basis, figures(runs.flatMap((run) => within(scope, run))));
    });

    test(`daily sales of ${who} add up, and a day without trade is absent`, async () => {
      const { rows } = await listDailySales({ period: PERIOD }, asScope(scope));
      const days = [...new Set(period.map(({ day }) => day))].sort();
      const expected = days.map((businessDate) => ({
        businessDate,
        ...figures(period.filter(({ day }) => day === businessDate)),
      }));
      assert.deepEqual(rows, expected);
      assert.ok(!rows.some(({ businessDate }) => businessDate === CLOSED_DAY));
    });

    test(`rankings of ${who} are in order, whole, and compared with the basis`, async () => {
      const periods = { period: PERIOD, basis: [BASIS] };
      const ofStore = (store: string) => (sale: SampleSale) => sale.store === store;
      const byStore = Object.entries(STORES)
        .filter(([id]) => scope.kind === 'all' || scope.storeIds.includes(id))
        .map(([storeId, storeName]) => ({
          storeId,
          storeName,
          region: 'Region',
          netSales: netOrNull(period.filter(ofStore(storeId))),
          transactions: count(period.filter(ofStore(storeId)), 'transactions'),
          basisNetSales: netOrNull(basis.filter(ofStore(storeId))),
        }))
        .sort(byNetSales);
      assert.deepEqual((await listSalesByStore(periods, asScope(scope))).rows, byStore);

      const sold = Object.entries(PRODUCTS)
        .map(([productId, productName]) => {
          const ofProduct = ({ product }: SampleSale) => product === productId;
          const units = count(period.filter(ofProduct), 'units');
          const basisNetSales = netOrNull(basis.filter(ofProduct));
          return {
            productId,
            productName,
            netSales: netOrNull(period.filter(ofProduct)),
            units,
            basisNetSales,
          };
        })
        .filter(({ netSales }) => netSales !== null)
        .sort(byNetSales)
        .slice(0, 2)
        .map((product, at) => ({ position: at + 1, ...product }));
      assert.deepEqual((await listTopProducts({ ...periods, top: 2 }, asScope(scope))).rows, sold);

      const countries = (await listSalesByCountry(periods, asScope(scope))).rows;
      assert.deepEqual(countries.map(({ country }) => country).sort(), ["Côte d'Ivoire", 'Germany']);
      assert.equal(
        countries.reduce((sum, { netSales }) => sum + (netSales ?? 0n), 0n),
        money(period, 'net'),
      );
    });
  }

  test('a store that is not there, or is not a store id at all, gives no rows', async () => {
    for (const id of ['S99', 'S0%', "S01') OR 1 = 1 --", 'S01,S02', '\u0000', 's'.repeat(10_000)]) {
      const scope = asScope({ kind: 'stores', storeIds: [id] });
      const answer = await getSalesFigures({ period: PERIOD, basis: [BASIS] }, scope);
      assert.deepEqual([answer.period, answer.basis], [null, null], id.slice(0, 20));
      assert.deepEqual((await listSalesByStore({ period: PERIOD, basis: [BASIS] }, scope)).rows, []);
    }
  });

  test('the lake says what it covers and when it was loaded', async () => {
    assert.deepEqual(await getLakeStatus(), {
      buildId: 'build-a',
      sourceName: 'A made-up chain',
      firstDate: FIRST_DAY,
      lastClosedDate: LAST_DAY,
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      loadedAt: Date.UTC(2026, 10, 19, 4, 5, 6, 789),
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
