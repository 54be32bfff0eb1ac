import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { trialFolder, writeInvoices } from '../trial.ts';
import { declareSource } from './declaration.ts';
import { declaredSource } from './declared-source.ts';
import { KNOWN_SOURCES, recogniseSource } from './recognise.ts';

const besideTheCheckout = join(import.meta.dirname, '../../../../shared/data');
const data = process.env['RETAIL_PULSE_DATA'] ?? besideTheCheckout;
const absent = existsSync(data) ? false : `${data} is not here; RETAIL_PULSE_DATA may name it`;

test('each of the real sets is known by its files', { skip: absent }, async () => {
  for (const { name } of KNOWN_SOURCES) assert.equal((await recogniseSource(join(data, name))).name, name);
});

test('files of no known source are refused with what each source would need', async (t) => {
  const folder = trialFolder(t);
  writeFileSync(join(folder, 'sales.csv'), 'a,b\n1,2\n');
  await assert.rejects(recogniseSource(folder), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'SOURCE_UNKNOWN');
    for (const { name } of KNOWN_SOURCES) assert.ok(error.message.includes(`${name}: `));
    return true;
  });
});

test('a source is named, or declared in a file that is understood', async (t) => {
  const folder = writeInvoices(trialFolder(t), 'a.csv', []);
  assert.equal((await recogniseSource(folder, 'northwind')).name, 'northwind');
  await assert.rejects(recogniseSource(folder, 'southwind'), { code: 'SOURCE_UNKNOWN' });
  const file = join(folder, 'mine.json');
  for (const [text, says] of [
    ['{', /JSON/],
    ['{"name": "mine"}', /title/],
  ] as const) {
    writeFileSync(file, text);
    await assert.rejects(recogniseSource(folder, file), { code: 'SOURCE_DECLARATION', message: says });
  }
});

test('a declaration that names a table or a column it does not have is told which, before a row is read', () => {
  const written = {
    name: 'corner-shop',
    title: 'Corner shop',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    tables: {
      sales: { columns: ['ticket', 'time', 'item', 'units', 'price'] },
      items: { files: 'items.csv', columns: ['item', 'name'] },
    },
    lines: {
      table: 'sales',
      transaction: 'ticket',
      store: { always: 'S1' },
      channel: 'store' as const,
      country: { always: 'Germany' },
      time: { column: 'time', format: '%d/%m/%Y' },
      product: 'item',
      quantity: 'units',
      price: { unit: 'price' },
    },
    products: { table: 'items', id: 'item', name: 'name' },
    stores: { region: { always: 'South' }, format: { always: 'corner' } },
  };
  const read = (part: object) => () => declaredSource(declareSource({ ...written, ...part }), 'shop');
  assert.doesNotThrow(read({}));
  const wrong: readonly (readonly [object, RegExp])[] = [
    [
      { lines: { ...written.lines, quantity: 'unit' } },
      /the table sales has no column unit; there are ticket, time/,
    ],
    [
      { products: { ...written.products, table: 'goods' } },
      /there is no table goods; there are sales, items/,
    ],
    [{ products: { ...written.products, cost: 'cost' } }, /the table items has no column cost/],
    [
      { tables: { ...written.tables, items: { ...written.tables.items, version: 'as_of' } } },
      /the table items has no column as_of/,
    ],
    [{ suppliers: { table: 'items', id: 'maker', name: 'name' } }, /the table items has no column maker/],
    [
      { lines: { ...written.lines, lookups: [{ table: 'items', by: { code: 'item' } }] } },
      /items has no column code/,
    ],
  ];
  for (const [part, message] of wrong)
    assert.throws(read(part), { code: 'SOURCE_DECLARATION', message }, String(message));
});
