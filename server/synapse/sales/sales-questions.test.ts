import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { addDays } from '#lib/business-date.ts';
import type { Period } from '#lib/period.ts';
import { NOT_NARROWED } from '#lib/sales-view.ts';
import type { RowScope, ScopeOfStores } from '#lib/scope.ts';
import {
  CLOSED_DAY,
  FIRST_DAY,
  LAST_DAY,
  PRODUCTS,
  type SampleSale,
  STORES,
  sampleSales,
} from '../sample-chain.ts';
import { startSampleSource } from '../sample-source.ts';
import { getSalesFigures } from './get-sales-figures.ts';
import { listSalesByCategory } from './list-sales-by-category.ts';
import { listSalesByChannel } from './list-sales-by-channel.ts';
import { listSalesByCountry } from './list-sales-by-country.ts';
import { listSalesByDay } from './list-sales-by-day.ts';
import { listSalesByProduct } from './list-sales-by-product.ts';
import { listSalesByStore } from './list-sales-by-store.ts';

/** Through tedious and the local TDS endpoint, over a small lake whose sums are added up here, in bigint. */
const SALES = sampleSales();
const BASIS: Period = { from: FIRST_DAY, to: addDays(FIRST_DAY, 9) };
const PERIOD: Period = { from: addDays(FIRST_DAY, 10), to: LAST_DAY };
const PERIODS = { period: PERIOD, basis: [BASIS] };
const SCOPES: readonly ScopeOfStores[] = [
  { kind: 'all' },
  { kind: 'stores', storeIds: ['S01'] },
  { kind: 'stores', storeIds: ['S02', 'S03'] },
];
const source = await startSampleSource();
after(() => source.close());

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

describe('the questions of sales, asked through TDS', () => {
  for (const scope of SCOPES) {
    const who = scope.kind === 'all' ? 'every store' : scope.storeIds.join(' and ');
    const period = within(scope, PERIOD);
    const basis = within(scope, BASIS);

    test(`figures of ${who} equal the sums of its sales`, async () => {
      const answer = await getSalesFigures(PERIODS, NOT_NARROWED, asScope(scope));
      assert.deepEqual(answer.period, figures(period));
      assert.deepEqual(answer.basis, figures(basis));
    });

    test(`figures of ${who} are held against a basis of several runs of days`, async () => {
      const runs = [
        { from: FIRST_DAY, to: addDays(FIRST_DAY, 2) },
        { from: addDays(FIRST_DAY, 5), to: addDays(FIRST_DAY, 6) },
      ];
      const answer = await getSalesFigures({ period: PERIOD, basis: runs }, NOT_NARROWED, asScope(scope));
      assert.deepEqual(answer.basis, figures(runs.flatMap((run) => within(scope, run))));
    });

    test(`daily sales of ${who} add up, and a day without trade is absent`, async () => {
      const { rows } = await listSalesByDay(PERIODS, NOT_NARROWED, asScope(scope));
      const days = [...new Set([...basis, ...period].map(({ day }) => day))].sort();
      const on = (sales: readonly SampleSale[], key: string) =>
        figures(sales.filter(({ day }) => day === key));
      assert.deepEqual(
        rows,
        days.map((key) => ({ key, period: on(period, key), basis: on(basis, key) })),
      );
      assert.ok(!rows.some(({ key }) => key === CLOSED_DAY));
    });

    test(`sales of ${who} by store are whole, and compared with the basis`, async () => {
      const of = (sales: readonly SampleSale[], key: string) =>
        figures(sales.filter(({ store }) => store === key));
      const stores = Object.keys(STORES).filter((id) => scope.kind === 'all' || scope.storeIds.includes(id));
      const { rows } = await listSalesByStore(PERIODS, NOT_NARROWED, asScope(scope));
      assert.deepEqual(
        rows,
        stores.map((key) => ({ key, period: of(period, key), basis: of(basis, key) })),
      );
    });

    test(`sales of ${who} narrowed to a channel or a category are the sums of that part`, async () => {
      const online = ({ product }: SampleSale) => product !== 'P1';
      const ofChannel = await getSalesFigures(PERIODS, { channel: 'online', category: null }, asScope(scope));
      assert.deepEqual(ofChannel.period, figures(period.filter(online)));
      assert.equal(ofChannel.question, 'sales.get-sales-figures-of-channel');

      const drinks = ({ product }: SampleSale) => product === 'P2';
      for (const [channel, category, part] of [
        [null, 'Drinks', period.filter(drinks)],
        [null, 'Food', period],
        ['online', 'Food', period.filter(online)],
        ['store', 'Drinks', []],
        [null, "Food' OR 1 = 1 --", []],
      ] as const) {
        const answer = await getSalesFigures(PERIODS, { channel, category }, asScope(scope));
        // A ticket may hold several categories: tickets are not known of a part of their lines.
        const expected = figures(part);
        assert.deepEqual(
          answer.period,
          expected && { ...expected, transactions: null },
          `${channel} ${category}`,
        );
      }
      const channels = await listSalesByChannel(PERIODS, NOT_NARROWED, asScope(scope));
      assert.deepEqual(
        channels.rows.map(({ key, period: sales }) => [key, sales?.netSales ?? null]),
        [
          ['online', money(period.filter(online), 'net')],
          [
            'store',
            money(
              period.filter((sale) => !online(sale)),
              'net',
            ),
          ],
        ],
      );
      const nodes = await listSalesByCategory(
        2,
        PERIODS,
        { channel: null, category: 'Food' },
        asScope(scope),
      );
      assert.equal(
        nodes.rows.reduce((sum, { period: sales }) => sum + (sales?.netSales ?? 0n), 0n),
        money(period, 'net'),
      );
    });

    test(`rankings of ${who} are in order, and know how many there are`, async () => {
      const sold = Object.entries(PRODUCTS)
        .map(([productId, productName]) => {
          const ofProduct = ({ product }: SampleSale) => product === productId;
          const { transactions: _, ...sums } = figures(period.filter(ofProduct)) ?? { transactions: 0 };
          return {
            productId,
            productName,
            category: productId === 'P2' ? 'Drinks' : 'Category',
            subcategory: productName,
            ...sums,
            netSales: netOrNull(period.filter(ofProduct)),
            basisNetSales: netOrNull(basis.filter(ofProduct)),
          };
        })
        .filter(({ netSales }) => netSales !== null)
        .sort(byNetSales);
      const ranked = sold.map((product, at) => ({ position: at + 1, total: sold.length, ...product }));
      const ask = (first: number, last: number) =>
        listSalesByProduct(PERIODS, NOT_NARROWED, { first, last }, asScope(scope));
      assert.deepEqual((await ask(1, 2)).rows, ranked.slice(0, 2));
      assert.deepEqual((await ask(3, 9)).rows, ranked.slice(2));

      const countries = (await listSalesByCountry(PERIODS, asScope(scope))).rows;
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
      const answer = await getSalesFigures(PERIODS, NOT_NARROWED, scope);
      assert.deepEqual([answer.period, answer.basis], [null, null], id.slice(0, 20));
      assert.deepEqual((await listSalesByStore(PERIODS, NOT_NARROWED, scope)).rows, []);
    }
  });
});
