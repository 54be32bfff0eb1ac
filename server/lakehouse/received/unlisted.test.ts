import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildLake } from '../build-lake.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { declareSource } from './declaration.ts';
import { declaredSource } from './declared-source.ts';

const SHOP = declareSource({
  name: 'village-shop',
  title: 'Village shop',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  tables: {
    sales: { files: 'sales*.csv', columns: ['ticket', 'shop', 'time', 'item', 'units', 'price'] },
    items: { files: 'items.csv', columns: ['item', 'name', 'maker', 'stock', 'coming'] },
    shops: { files: 'shops.csv', columns: ['shop', 'place'] },
    makers: { files: 'makers.csv', columns: ['maker', 'called'] },
  },
  lines: {
    table: 'sales',
    transaction: 'ticket',
    store: 'shop',
    channel: 'store',
    country: { always: 'Germany' },
    time: { column: 'time', format: '%Y-%m-%d' },
    product: 'item',
    quantity: 'units',
    price: { unit: 'price' },
  },
  products: { table: 'items', id: 'item', name: 'name', supplier: 'maker' },
  suppliers: { table: 'makers', id: 'maker', name: 'called' },
  stock: {
    table: 'items',
    store: 'S1',
    product: 'item',
    supplier: 'maker',
    onHand: 'stock',
    onOrder: 'coming',
  },
  stores: { table: 'shops', id: 'shop', region: { always: 'South' }, format: { always: 'village' } },
});

const FILES = {
  'sales-1.csv': [
    'ticket,shop,time,item,units,price',
    '1,S1,2026-11-22,A,2,1.50',
    '2,S1,2026-11-22,A,x,1.50',
  ],
  'items.csv': [
    'item,name,maker,stock,coming',
    'A,Apples,M,7,0',
    ',Nothing,M,?,0',
    'B,Beans,M,a lot,0',
    ',,,,',
  ],
  'shops.csv': ['shop,place', 'S1,Market', ' ,Bridge'],
  'makers.csv': ['maker,called', 'M,Miller', `${'9'.repeat(33)},Baker`],
};

test('a row of a list that cannot be read is kept aside and counted, once and in every build', async (t) => {
  const [root, folder] = [trialFolder(t), trialFolder(t)];
  const write = (name: string, rows: readonly string[]) =>
    writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
  for (const [name, rows] of Object.entries(FILES)) write(name, rows);
  const aside = [
    { source_file: 'items.csv', source_line: 3, outcome: 'unlisted' },
    { source_file: 'items.csv', source_line: 4, outcome: 'unlisted' },
    { source_file: 'items.csv', source_line: 5, outcome: 'unlisted' },
    { source_file: 'makers.csv', source_line: 3, outcome: 'unlisted' },
    { source_file: 'sales-1.csv', source_line: 3, outcome: 'unreadable' },
    { source_file: 'shops.csv', source_line: 3, outcome: 'unlisted' },
  ];
  const effects = trialEffects();
  const build = async () => {
    await buildLake(root, declaredSource(SHOP, folder), effects);
    assert.deepEqual(
      await askLake(
        root,
        'SELECT source_file, source_line, outcome FROM silver.set_aside ORDER BY source_file, source_line',
      ),
      aside,
    );
    assert.deepEqual(
      await askLake(
        root,
        "SELECT row_count, CAST(amount AS varchar) AS amount FROM gold.import_report WHERE outcome = 'unlisted'",
      ),
      [{ row_count: 5, amount: '0.00' }],
    );
  };
  await build();
  assert.deepEqual(
    await askLake(root, 'SELECT product_id, on_hand FROM gold.inventory_positions ORDER BY product_id'),
    [{ product_id: 'A', on_hand: 7 }],
  );
  write('sales-2.csv', ['ticket,shop,time,item,units,price', '3,S1,2026-11-22,B,1,2.00']);
  await build();
  assert.ok(effects.lines.includes('silver  opened again: 2026-11'));
});
