import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildLake } from '../build-lake.ts';
import { OF_THE_FILES, trialEffects, trialFolder, wholeLake } from '../trial.ts';
import { declareSource } from './declaration.ts';
import { declaredSource } from './declared-source.ts';

const DAY = '%Y-%m-%d';
const HEADERS = {
  sales: 'ticket,line,shop,time,item,units,price,member,mark,version',
  items: 'item,name,kind,maker,cost,from,version',
  shops: 'shop,name,since,version',
  makers: 'maker,name',
  stock: 'item,maker,stock,coming',
  leaflet: 'shop,item,from,to,page',
  drives: 'drive,from,to',
  printed: 'drive,coupon,item',
  posted: 'drive,member',
  taken: 'drive,coupon,member,on',
};
type TableName = keyof typeof HEADERS;
const NAMES = Object.keys(HEADERS) as TableName[];

const WITH_VERSIONS: readonly TableName[] = ['items', 'shops'];

/** Lines that have versions, or lines that void one another: what is void is told by content there too. */
const shops = (lines: 'of versions' | 'voided') =>
  declareSource({
    name: 'three-shops',
    title: 'Three shops',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    tables: Object.fromEntries(
      NAMES.map((name) => [
        name,
        {
          files: `${name}-*.csv`,
          columns: HEADERS[name].split(','),
          optional: name !== 'sales',
          version: WITH_VERSIONS.includes(name) ? 'version' : undefined,
        },
      ]),
    ),
    lines: {
      table: 'sales',
      transaction: 'ticket',
      store: 'shop',
      channel: 'store',
      country: { always: 'Germany' },
      time: { column: 'time', format: '%Y-%m-%d %H:%M' },
      product: 'item',
      customer: 'member',
      quantity: 'units',
      price: { unit: 'price' },
      ...(lines === 'voided'
        ? { voided: { column: 'mark', is: ['V'] } }
        : { latest: { key: ['ticket', 'line'], version: 'version' } }),
    },
    products: {
      table: 'items',
      id: 'item',
      name: 'name',
      category: 'kind',
      supplier: 'maker',
      cost: 'cost',
      validFrom: { column: 'from', format: DAY },
    },
    suppliers: { table: 'makers', id: 'maker', name: 'name' },
    stock: {
      table: 'stock',
      store: 'S1',
      product: 'item',
      supplier: 'maker',
      onHand: 'stock',
      onOrder: 'coming',
    },
    placements: {
      table: 'leaflet',
      store: 'shop',
      product: 'item',
      days: { from: { column: 'from', format: DAY }, to: { column: 'to', format: DAY } },
      mailer: { column: 'page', none: ['-'] },
    },
    campaigns: {
      table: 'drives',
      id: 'drive',
      from: { column: 'from', format: DAY },
      to: { column: 'to', format: DAY },
      coupons: { table: 'printed', campaign: 'drive', coupon: 'coupon', product: 'item' },
      customers: { table: 'posted', campaign: 'drive', customer: 'member' },
      redemptions: {
        table: 'taken',
        campaign: 'drive',
        coupon: 'coupon',
        customer: 'member',
        day: { column: 'on', format: DAY },
      },
    },
    stores: {
      table: 'shops',
      id: 'shop',
      name: 'name',
      region: { always: 'South' },
      format: { always: 'shop' },
      openedOn: { column: 'since', format: DAY },
    },
  });

/** Few values, so that rows meet: same keys with other content, versions that tie, in both cases, blanks, cells that say nothing. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  ticket: ['1', ' 1', '2', ''],
  line: ['1', '2'],
  shop: ['S1', 'S1 ', 'S2', ''],
  time: ['2026-10-31 23:59', '2026-11-01 00:01', '2026-11-20 09:00', 'noon'],
  item: ['A', 'b', ' B', ''],
  units: ['1', '2', '-1', '0', 'x'],
  price: ['1.25', '3.99', '0'],
  member: ['7', '8', ''],
  version: ['1', '2', ''],
  mark: ['', '', 'V'],
  name: ['Cake', 'Stand', ''],
  kind: ['Food', 'Ware', ''],
  maker: ['M', 'N', ''],
  cost: ['0.50', '0.70', ''],
  from: ['2026-01-01', '2026-11-01', 'soon'],
  to: ['2026-11-30', '2026-12-06'],
  since: ['2020-01-01', '2026-06-01', ''],
  stock: ['3', '4', '?'],
  coming: ['0', '5'],
  page: ['1', '2', '-'],
  drive: ['D', 'E', ''],
  coupon: ['K', 'L'],
  on: ['2026-11-05', '2026-12-31', ''],
};

const rowsOf = (name: TableName) =>
  fc.array(
    fc
      .tuple(...HEADERS[name].split(',').map((column) => fc.constantFrom(...(VALUES[column] ?? []))))
      .map((cells) => cells.join(',')),
    { maxLength: name === 'sales' ? 12 : 5 },
  );

const ALWAYS: Partial<Record<TableName, string>> = {
  sales: '9,1,S1,2026-11-21 10:00,A,2,1.50,7,,1',
};

/** A table's rows, and the same with some of them twice, in another order and in other files. */
const twoWays = (name: TableName) =>
  rowsOf(name).chain((some) => {
    const rows = [...some, ...(ALWAYS[name] ? [ALWAYS[name]] : [])];
    return fc.record({
      plain: fc.constant([rows]),
      other: fc
        .subarray(rows)
        .chain((again) => fc.shuffledSubarray([...rows, ...again], { minLength: rows.length + again.length }))
        .chain((all) =>
          fc.nat({ max: all.length }).map((at) => [all.slice(0, at), all.slice(at)] as string[][]),
        ),
    });
  });

test('an export of many lists gives the same lake in whatever files, order and number of copies its rows come', async (t) => {
  const received = fc.tuple(...NAMES.map((name) => twoWays(name).map((ways) => ({ name, ways }))));
  await fc.assert(
    fc.asyncProperty(received, fc.constantFrom('of versions', 'voided'), async (tables, lines) => {
      const lakes = [];
      for (const way of ['plain', 'other'] as const) {
        const [root, folder] = [trialFolder(t), join(trialFolder(t), 'export')];
        mkdirSync(folder);
        for (const { name, ways } of tables)
          for (const [at, rows] of ways[way].entries())
            writeFileSync(join(folder, `${name}-${at}.csv`), `${[HEADERS[name], ...rows].join('\n')}\n`);
        await buildLake(root, declaredSource(shops(lines), folder), trialEffects());
        lakes.push(await wholeLake(root, OF_THE_FILES));
      }
      assert.deepEqual(lakes[1], lakes[0]);
    }),
    {
      numRuns: Number(process.env['PROPERTY_RUNS'] ?? 5),
      seed: Number(process.env['PROPERTY_SEED'] ?? 11),
      endOnFailure: true,
    },
  );
});
