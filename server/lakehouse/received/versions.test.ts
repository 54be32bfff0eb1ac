import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { openBench } from '../bench.ts';
import { judgeLines } from '../judge-lines.ts';
import { trialFolder } from '../trial.ts';
import { listSql } from './column-sql.ts';
import { declareSource } from './declaration.ts';
import { declaredSource } from './declared-source.ts';

type Version = string | { readonly column: string; readonly date: string };
const DAY = { column: 'as_of', date: '%d.%m.%Y' };

const declaration = (version: Version) =>
  declareSource({
    name: 'corner-shop',
    title: 'Corner shop',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    tables: {
      sales: { files: 'sales*.csv', columns: ['ticket', 'time', 'item', 'units', 'price', 'as_of'] },
      items: { files: 'items*.csv', columns: ['item', 'name', 'as_of'], version },
    },
    lines: {
      table: 'sales',
      transaction: 'ticket',
      store: { always: 'S1' },
      channel: 'store',
      country: { always: 'Germany' },
      time: { column: 'time', format: '%d/%m/%Y' },
      product: 'item',
      quantity: 'units',
      price: { unit: 'price' },
      latest: { key: ['ticket', 'item'], version },
    },
    products: { table: 'items', id: 'item', name: 'name' },
    stores: { region: { always: 'South' }, format: { always: 'corner' } },
  });

type Files = Readonly<Record<string, readonly string[]>>;
const SALES = 'ticket,time,item,units,price,as_of';
const ITEMS = 'item,name,as_of';

/** What is read of the files, up to the judging of the lines, and what was said on the way. */
async function reading(t: TestContext, version: Version, files: Files) {
  const folder = trialFolder(t);
  for (const [name, rows] of Object.entries(files)) writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
  const declared = declaration(version);
  const source = declaredSource(declared, folder);
  const bench = await openBench(trialFolder(t), 'build');
  const said: string[] = [];
  try {
    await source.writeBronze(bench, (line) => void said.push(line));
    await judgeLines(bench, source);
    return {
      units: await bench.rows('SELECT transaction_id AS ticket, quantity AS units FROM lines ORDER BY ALL'),
      aside: await bench.rows('SELECT outcome, quantity AS units FROM aside ORDER BY ALL'),
      names: await bench.rows(
        `SELECT item, name FROM (${listSql('items', declared.tables, ['item'])}) ORDER BY ALL`,
      ),
      said,
    };
  } finally {
    bench.close();
  }
}

describe('the latest version of a row counts', () => {
  test('by its number', async (t) => {
    const { units, aside, names } = await reading(t, 'as_of', {
      'sales.csv': [SALES, '1,31/12/2026,A,1,2.00,9', '1,31/12/2026,A,2,2.00,10', '1,31/12/2026,A,3,2.00,'],
      'items.csv': [ITEMS, 'A,Nine,9', 'A,Ten,10', 'A,None,'],
    });
    assert.deepEqual(units, [{ ticket: '1', units: 2 }]);
    assert.deepEqual(aside, [
      { outcome: 'superseded', units: 1 },
      { outcome: 'superseded', units: 3 },
    ]);
    assert.deepEqual(names, [{ item: 'A', name: 'Ten' }]);
  });

  test('by its date, which is no order of letters', async (t) => {
    const { units, names } = await reading(t, DAY, {
      'sales.csv': [SALES, '1,31/12/2026,A,1,2.00,31.12.2025', '1,31/12/2026,A,2,2.00,01.02.2026'],
      'items.csv': [ITEMS, 'A,Old,31.12.2025', 'A,New,01.02.2026'],
    });
    assert.deepEqual(units, [{ ticket: '1', units: 2 }]);
    assert.deepEqual(names, [{ item: 'A', name: 'New' }]);
  });

  test('and by its content between equal ones, whatever file comes first', async (t) => {
    const [sales, items] = [
      [1, 2, 3, 4].map((units) => [SALES, `1,31/12/2026,A,${units},2.00,7`]),
      ['One', 'Two', 'Three', 'Four'].map((name) => [ITEMS, `A,${name},7.0`]),
    ];
    const inOrder = (order: readonly number[]) =>
      reading(
        t,
        'as_of',
        Object.fromEntries(
          order.flatMap((which, at) => [
            [`sales-${at}.csv`, sales[which] ?? []],
            [`items-${at}.csv`, items[which] ?? []],
          ]),
        ),
      );
    const { said: _, ...first } = await inOrder([0, 1, 2, 3]);
    assert.equal(first.units.length, 1);
    assert.equal(first.aside.length, 3);
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
      [2, 0, 3, 1],
    ]) {
      const { said, ...again } = await inOrder(order);
      assert.deepEqual(again, first);
    }
  });

  for (const [version, text, no] of [
    ['as_of', '31.12.2026', 'number'],
    [DAY, '12.31.2026', 'date as %d.%m.%Y'],
  ] as const)
    test(`and is no guess: ${text} is no ${no}`, async (t) => {
      const files = { 'sales.csv': [SALES], 'items.csv': [ITEMS, 'A,One,', `A,Two,${text}`] };
      await assert.rejects(reading(t, version, files), {
        code: 'CSV_LINE_UNREADABLE',
        message: new RegExp(`items\\.csv, line 3: column as_of: the version "${text}" is no ${no}$`),
      });
    });
});

test('dates that read as well the other way round are told file by file', async (t) => {
  const { said } = await reading(t, DAY, {
    'sales-1.csv': [SALES, '1,12/11/2026,A,1,2.00,13.02.2026', '2,05/11/2026,A,1,2.00,'],
    'sales-2.csv': [SALES, '3,13/11/2026,A,1,2.00,', '4,05/11/2026,A,1,2.00,'],
    'items.csv': [ITEMS, 'A,Old,01.02.2026', 'A,New,01.01.2026'],
  });
  const doubt = 'no day is after the 12th, so day and month may be the other way round than declared';
  assert.deepEqual(
    said.filter((line) => line.startsWith('not certain')),
    [
      `not certain: items: items.csv, column as_of: ${doubt}`,
      `not certain: sales: sales-1.csv, column time: ${doubt}`,
    ],
  );
});
