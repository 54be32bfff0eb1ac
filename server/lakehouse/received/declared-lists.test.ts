import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildLake } from '../build-lake.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { sourceDeclaration } from './declaration.ts';
import { declaredSource } from './declared-source.ts';

const DECLARATION = {
  name: 'baecker',
  title: 'Bäcker',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  delimiter: ';',
  numbers: { decimal: ',', thousands: '.' },
  tables: {
    verkauf: { files: 'verkauf.csv', columns: ['Bon', 'Filiale', 'Zeit', 'Artikel', 'Menge', 'Preis'] },
    artikel: {
      files: 'artikel.csv',
      columns: ['Nr', 'Name', 'Gruppe', 'Gebinde', 'Einkauf', 'Verkauf', 'Ab'],
    },
    filialen: { files: 'filialen.csv', columns: ['Nr', 'Ort', 'Seit', 'Bis', 'Fläche'] },
  },
  lines: {
    table: 'verkauf',
    transaction: 'Bon',
    store: 'Filiale',
    channel: 'store',
    country: { always: 'Deutschland' },
    time: { column: 'Zeit', format: '%d.%m.%Y %H:%M' },
    product: 'Artikel',
    quantity: 'Menge',
    price: { unit: 'Preis' },
  },
  products: {
    table: 'artikel',
    id: 'Nr',
    name: 'Name',
    category: { always: 'Backwaren' },
    subcategory: 'Gruppe',
    packSize: 'Gebinde',
    cost: 'Einkauf',
    price: 'Verkauf',
    validFrom: { column: 'Ab', format: '%d.%m.%Y' },
  },
  stores: {
    table: 'filialen',
    id: 'Nr',
    name: 'Ort',
    region: { always: 'Bayern' },
    format: { always: 'Laden' },
    openedOn: { column: 'Seit', format: '%d.%m.%Y' },
    closedOn: { column: 'Bis', format: '%d.%m.%Y' },
    sellingArea: 'Fläche',
  },
};
const FILES = {
  'verkauf.csv': [
    'Bon;Filiale;Zeit;Artikel;Menge;Preis',
    '1;F1;30.11.2026 08:00;10;2;1,00',
    '2;F1;01.12.2026 08:00;10;2;1,20',
    '3;F1;02.12.2026 08:00;10;-1;1,20',
    '4;F1;02.12.2026 08:01;10;1;1,20',
  ],
  'artikel.csv': [
    'Nr;Name;Gruppe;Gebinde;Einkauf;Verkauf;Ab',
    '10;Semmel;Kleingebäck;1.200;0,40;1,00;01.01.2026',
    '10;Kaisersemmel;Kleingebäck;600;0,55;1,20;01.12.2026',
    '10;Semmel;Kleingebäck;600;0,55;1,20;31.02.2027',
  ],
  'filialen.csv': ['Nr;Ort;Seit;Bis;Fläche', 'F1;Markt;01.03.2020;;1.250', 'F2;Bahnhof;;01.07.2026;'],
};

test('costs, prices and packs come from a list of versions, and a line costs what it did on its day', async (t) => {
  const [root, folder] = [trialFolder(t), trialFolder(t)];
  for (const [name, rows] of Object.entries(FILES)) writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
  await buildLake(root, declaredSource(sourceDeclaration.parse(DECLARATION), folder), trialEffects());
  const versions = `SELECT product_name AS name, subcategory, pack_size AS pack, is_current AS now,
    concat_ws(' ', unit_cost, regular_price, valid_from, valid_to) AS rest FROM silver.products ORDER BY valid_from`;
  assert.deepEqual(await askLake(root, versions), [
    {
      name: 'Semmel',
      subcategory: 'Kleingebäck',
      pack: 1200,
      now: false,
      rest: '0.40 1.00 2026-01-01 2026-12-01',
    },
    {
      name: 'Kaisersemmel',
      subcategory: 'Kleingebäck',
      pack: 600,
      now: true,
      rest: '0.55 1.20 2026-12-01 9999-12-31',
    },
  ]);
  const costs = `SELECT concat_ws(' ', transaction_id, cost_amount) AS cost FROM silver.transaction_lines ORDER BY 1`;
  assert.deepEqual(
    (await askLake(root, costs)).map(({ cost }) => cost),
    ['1 0.80', '2 1.10', '4 0.55'],
  );
  const outcomes = `SELECT outcome, row_count AS rows FROM silver.imported_rows WHERE row_count > 0 ORDER BY outcome`;
  assert.deepEqual(await askLake(root, outcomes), [
    { outcome: 'contradictory', rows: 1 },
    { outcome: 'sale', rows: 3 },
    { outcome: 'unlisted', rows: 1 },
  ]);
  const stores = `SELECT concat_ws(' ', store_id, store_name, opened_on, closed_on, selling_area_m2) AS store
    FROM silver.stores ORDER BY 1`;
  assert.deepEqual(
    (await askLake(root, stores)).map(({ store }) => store),
    ['F1 Markt 2020-03-01 1250', 'F2 Bahnhof 2026-07-01'],
  );
});

test('a declaration that leaves open what it means is refused, with the part that does', () => {
  const { table, id, openedOn, closedOn, sellingArea, ...stores } = DECLARATION.stores;
  const ofItsOwn = { lookups: [{ table: 'artikel', by: { Nr: 'Artikel' } }] };
  const open: readonly (readonly [object, RegExp])[] = [
    [{ stores: { ...stores, openedOn } }, /stands in a list of stores/],
    [{ stores: { ...stores, name: { always: 'Laden' }, region: 'Filiale' } }, /stands in a list of stores/],
    [{ stores: { ...DECLARATION.stores, id: undefined } }, /named with the column of their ids/],
    [{ lines: { ...DECLARATION.lines, ...ofItsOwn } }, /which of them is meant is not said/],
  ];
  for (const [part, says] of open) {
    const { error } = sourceDeclaration.safeParse({ ...DECLARATION, ...part });
    assert.match(String(error?.message), says);
  }
});

test('a store that sells without standing in the list of stores is there under its id, and warned of', async (t) => {
  const [root, folder, effects] = [trialFolder(t), trialFolder(t), trialEffects()];
  const files = { ...FILES, 'filialen.csv': ['Nr;Ort;Seit;Bis;Fläche', 'F2;Bahnhof;;;'] };
  for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
  await buildLake(root, declaredSource(sourceDeclaration.parse(DECLARATION), folder), effects);
  const stores = 'SELECT store_id, store_name, region FROM gold.stores ORDER BY store_id';
  assert.deepEqual(await askLake(root, stores), [
    { store_id: 'F1', store_name: 'F1', region: 'Bayern' },
    { store_id: 'F2', store_name: 'Bahnhof', region: 'Bayern' },
  ]);
  assert.match(
    effects.lines.join('\n'),
    /warning Every store has a name that is not its id: first of them: F1/,
  );
});

test('rows of a list that name the same product, in any case and with blanks, are one; what cannot be read displaces nothing', async (t) => {
  const [root, folder] = [trialFolder(t), trialFolder(t)];
  const files = {
    ...FILES,
    'artikel.csv': [
      'Nr;Name;Gruppe;Gebinde;Einkauf;Verkauf;Ab',
      '10;Semmel;Kleingebäck;12;0,40;1,00;01.01.2026',
      ' 10 ;Semmel;Kleingebäck;12;0,40;1,00;01.01.2026',
      '10;Kaisersemmel;Kleingebäck;12;0,40;1,00;31.02.2026',
    ],
  };
  for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
  await buildLake(root, declaredSource(sourceDeclaration.parse(DECLARATION), folder), trialEffects());
  assert.deepEqual(await askLake(root, 'SELECT product_id, product_name FROM silver.products'), [
    { product_id: '10', product_name: 'Semmel' },
  ]);
});

test('a list with the same id twice multiplies no line that looks it up, and its counts are read as numbers are written', async (t) => {
  const [root, folder] = [trialFolder(t), trialFolder(t)];
  const { validFrom: _, ...products } = DECLARATION.products;
  const declaration = {
    ...DECLARATION,
    lines: {
      ...DECLARATION.lines,
      lookups: [{ table: 'artikel', by: { Nr: 'Artikel' } }],
      description: 'artikel.Name',
    },
    products,
    stock: {
      ...{ table: 'artikel', store: 'F1', product: 'Nr', supplier: 'Gruppe' },
      ...{ onHand: 'Gebinde', onOrder: 'Gebinde', reorderLevel: 'Gebinde' },
    },
  };
  const files = {
    ...FILES,
    'artikel.csv': [
      'Nr;Name;Gruppe;Gebinde;Einkauf;Verkauf;Ab',
      '10;Semmel;K;1.200;0,40;1,00;',
      ' 10;Semmel;K;1.200;0,40;1,00;',
    ],
  };
  for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
  await buildLake(root, declaredSource(sourceDeclaration.parse(declaration), folder), trialEffects());
  const sold =
    'SELECT CAST(sum(quantity) AS int) AS units, CAST(count(*) AS int) AS lines FROM silver.transaction_lines';
  assert.deepEqual(await askLake(root, sold), [{ units: 5, lines: 3 }]);
  assert.deepEqual(await askLake(root, 'SELECT on_hand, reorder_level FROM gold.inventory_positions'), [
    { on_hand: 1200, reorder_level: 1200 },
  ]);
});
