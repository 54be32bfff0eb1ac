import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { buildLake } from '../build-lake.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { sourceDeclaration } from './declaration.ts';
import { declaredSource } from './declared-source.ts';
import { recogniseSource } from './recognise.ts';

/** A German shop's export as it leaves its till software: everything is its own way, and none of it needs code. */
const DECLARATION = {
  name: 'hofladen',
  title: 'Hofladen',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  encoding: 'windows-1252',
  delimiter: ';',
  numbers: { decimal: ',', thousands: '.' },
  tables: {
    verkauf: {
      files: 'verkauf*.csv',
      columns: ['Bon', 'Filiale', 'Zeit', 'Artikel', 'Menge', 'Preis', 'Rabatt', 'Stand'],
    },
    artikel: { files: 'artikel*.csv', columns: ['Nr', 'Name', 'Stand'], version: 'Stand' },
  },
  lines: {
    table: 'verkauf',
    document: { column: 'Bon', beginsWith: { R: 'cancellation' } },
    transaction: 'Bon',
    store: 'Filiale',
    channel: 'store',
    country: { always: 'Deutschland' },
    time: { column: 'Zeit', format: '%d.%m.%Y %H:%M' },
    product: 'Artikel',
    quantity: 'Menge',
    price: { unit: 'Preis' },
    discount: { rate: 'Rabatt' },
    latest: { key: ['Bon', 'Artikel'], version: 'Stand' },
  },
  products: { table: 'artikel', id: 'Nr', name: 'Name' },
  stores: { region: { always: 'Bayern' }, format: { always: 'Hofladen' } },
};
const HEADER = 'Bon;Filiale;Zeit;Artikel;Menge;Preis;Rabatt;Stand';
const ROWS = [
  '1;F1;01.12.2026 08:30;10;2;1.234,50;0,1;1',
  '1;F1;01.12.2026 08:30;11;1;3,05;0,5;1',
  'R2;F2;31.12.2026 09:00;10;-1;1.234,50;0;1',
  '3;F2;31.12.2026 09:00;11;1;1.23,45;0;1',
  '4;F2;12.31.2026 09:00;11;1;3,05;0;1',
];
const ITEMS = ['Nr;Name;Stand', '10;Käse – groß;9', '10;Kaese;10', '11;Brötchen €;1'];

const windows1252 = (text: string) =>
  Buffer.from(text.replaceAll('–', '\x96').replaceAll('€', '\x80'), 'latin1');

function ownExport(t: Parameters<typeof trialFolder>[0], files: Record<string, readonly string[]>) {
  const folder = trialFolder(t);
  writeFileSync(join(folder, 'hofladen.json'), JSON.stringify(DECLARATION));
  for (const [name, rows] of Object.entries(files))
    writeFileSync(join(folder, name), windows1252(`${rows.join('\r\n')}\r\n`));
  return folder;
}

async function build(root: string, folder: string) {
  const declaration = await recogniseSource(folder, join(folder, 'hofladen.json'));
  await buildLake(root, declaredSource(declaration, folder), trialEffects());
}

const LINES = `SELECT transaction_id, CAST(business_date AS varchar) AS day, product_id, quantity,
  CAST(gross_amount AS varchar) AS gross, CAST(net_amount AS varchar) AS net
  FROM silver.transaction_lines ORDER BY transaction_id, product_id`;

describe("a retailer's own export needs a declaration and no code", () => {
  test('with its own separators, encoding, order of day and month, and marks in numbers', async (t) => {
    const [root, folder] = [
      trialFolder(t),
      ownExport(t, { 'verkauf.csv': [HEADER, ...ROWS], 'artikel.csv': ITEMS }),
    ];
    await build(root, folder);
    assert.deepEqual(await askLake(root, LINES), [
      {
        transaction_id: '1',
        day: '2026-12-01',
        product_id: '10',
        quantity: 2,
        gross: '2469.00',
        net: '2222.10',
      },
      { transaction_id: '1', day: '2026-12-01', product_id: '11', quantity: 1, gross: '3.05', net: '1.52' },
      {
        transaction_id: 'R2',
        day: '2026-12-31',
        product_id: '10',
        quantity: -1,
        gross: '-1234.50',
        net: '-1234.50',
      },
    ]);
    assert.deepEqual(await askLake(root, 'SELECT product_name FROM gold.products ORDER BY product_id'), [
      { product_name: 'Kaese' },
      { product_name: 'Brötchen €' },
    ]);
    assert.deepEqual(
      await askLake(root, 'SELECT source_line, outcome FROM silver.set_aside ORDER BY source_line'),
      [
        { source_line: 5, outcome: 'unreadable' },
        { source_line: 6, outcome: 'unreadable' },
      ],
    );
  });

  test('in which the latest version of a line counts, whatever file it comes in first', async (t) => {
    const corrected = ['1;F1;01.12.2026 08:30;10;3;1.234,50;0;10', '1;F1;01.12.2026 08:30;10;5;1.234,50;0;9'];
    const names = ['verkauf-a.csv', 'verkauf-b.csv'];
    for (const [first = '', second = ''] of [names, names.toReversed()]) {
      const files = { [first]: [HEADER, ...ROWS], [second]: [HEADER, ...corrected], 'artikel.csv': ITEMS };
      const [root, folder] = [trialFolder(t), ownExport(t, files)];
      await build(root, folder);
      const lines = await askLake(root, LINES);
      assert.deepEqual(lines[0], { ...lines[0], product_id: '10', quantity: 3, net: '3703.50' });
      assert.deepEqual(
        await askLake(root, "SELECT row_count FROM gold.import_report WHERE outcome = 'superseded'"),
        [{ row_count: 2 }],
      );
    }
  });

  test('whose lines are known within their ticket', () => {
    const latest = { key: ['Artikel'], version: 'Stand' };
    const { error } = sourceDeclaration.safeParse({
      ...DECLARATION,
      lines: { ...DECLARATION.lines, latest },
    });
    assert.deepEqual(error?.issues[0]?.path, ['lines', 'latest', 'key']);
  });

  test('and is refused by name where it is not as declared', async (t) => {
    const comma = ownExport(t, { 'verkauf.csv': [HEADER.replaceAll(';', ',')], 'artikel.csv': ITEMS });
    await assert.rejects(build(trialFolder(t), comma), {
      code: 'CSV_DELIMITER',
      message: /apart by ",", .* says ";"/,
    });
    const utf8 = ownExport(t, { 'verkauf.csv': [HEADER, ...ROWS], 'artikel.csv': ITEMS });
    writeFileSync(join(utf8, 'artikel.csv'), ITEMS.join('\n'));
    await assert.rejects(build(trialFolder(t), utf8), {
      code: 'CSV_ENCODING',
      message: /artikel\.csv: the text is UTF-8, the declaration says windows-1252/,
    });
    const half = ownExport(t, { 'verkauf.csv': [HEADER, ...ROWS] });
    await assert.rejects(build(trialFolder(t), half), {
      code: 'SOURCE_FILES_MISSING',
      message: /artikel\*\.csv/,
    });
  });
});
