import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { buildLake } from '../build-lake.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { declareSource } from './declaration.ts';
import { declaredSource } from './declared-source.ts';

const COLUMNS = ['Bon', 'Filiale', 'Tag', 'Zeit', 'Artikel', 'Menge', 'Preis', 'Rabatt', 'Steuer', 'Storno'];
const DECLARATION = {
  name: 'imbiss',
  title: 'Imbiss',
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  tables: { verkauf: { files: 'verkauf.csv', columns: COLUMNS } },
  lines: {
    table: 'verkauf',
    document: { column: 'Bon', beginsWith: { R: 'cancellation' as const } },
    transaction: 'Bon',
    store: 'Filiale',
    channel: 'store' as const,
    country: { always: 'Deutschland' },
    time: { column: 'Zeit', format: '%Y-%m-%d %H:%M' },
    businessDate: { column: 'Tag', format: '%d.%m.%Y' },
    product: 'Artikel',
    quantity: 'Menge',
    price: { unit: 'Preis' },
    discount: { amounts: ['Rabatt'] },
    voided: { column: 'Storno', is: ['J'] },
  },
  stores: { region: { always: 'Bayern' }, format: { always: 'Imbiss' } },
};

type Tax = NonNullable<Parameters<typeof declareSource>[0]['lines']['tax']>;

async function sold(t: TestContext, tax: Tax, rows: readonly string[], effects = trialEffects()) {
  const [root, folder] = [trialFolder(t), trialFolder(t)];
  writeFileSync(join(folder, 'verkauf.csv'), `${[COLUMNS.join(','), ...rows].join('\n')}\n`);
  const declaration = declareSource({ ...DECLARATION, lines: { ...DECLARATION.lines, tax } });
  await buildLake(root, declaredSource(declaration, folder), effects);
  return root;
}

const AMOUNTS = `SELECT concat_ws(' ', gross_amount, discount_amount, net_amount, tax_amount) AS amounts
  FROM silver.transaction_lines ORDER BY transaction_id, line_number`;
const amountsOf = async (root: string) => (await askLake(root, AMOUNTS)).map(({ amounts }) => amounts);

describe('the amounts of an export whose prices hold their tax', () => {
  const rows = [
    '1,F1,01.12.2026,2026-12-01 10:00,A,1,119.00,0,19.00,',
    '2,F1,01.12.2026,2026-12-01 10:01,A,3,0.99,0.10,0.46,',
    'R3,F1,01.12.2026,2026-12-01 10:02,A,-1,119.00,-19.00,-15.97,',
  ];
  const apart = ['100.00 0.00 100.00 19.00', '2.50 0.09 2.41 0.46', '-100.00 -15.97 -84.03 -15.97'];

  test('are set apart from it by one rate, net and tax adding up to what was paid', async (t) => {
    assert.deepEqual(await amountsOf(await sold(t, { always: '0.19', included: true }, rows)), apart);
  });

  test('or by the amount the till says, whose own rounding the value before the discount follows', async (t) => {
    const [first, , last] = apart;
    assert.deepEqual(await amountsOf(await sold(t, { amount: 'Steuer', included: true }, rows)), [
      first,
      '2.49 0.08 2.41 0.46',
      last,
    ]);
  });

  test('and stay as they are where the tax comes on top', async (t) => {
    const onTop = ['119.00 0.00 119.00 22.61', '2.97 0.10 2.87 0.55', '-119.00 -19.00 -100.00 -19.00'];
    assert.deepEqual(await amountsOf(await sold(t, { always: '0.19', included: false }, rows)), onTop);
  });
});

test('a ticket rung up after midnight belongs to the trading day the till says, at the hour it happened', async (t) => {
  const root = await sold(t, { always: '0.19', included: true }, [
    '1,F1,30.11.2026,2026-11-30 22:00,A,1,1.19,0,0.19,',
    '2,F1,30.11.2026,2026-12-01 00:30,A,1,1.19,0,0.19,',
    '3,F1,31.11.2026,2026-12-01 00:31,A,1,1.19,0,0.19,',
  ]);
  const days = `SELECT transaction_id AS id, CAST(business_date AS varchar) AS day, CAST(event_time AS varchar) AS time
    FROM silver.transaction_lines ORDER BY id`;
  assert.deepEqual(await askLake(root, days), [
    { id: '1', day: '2026-11-30', time: '2026-11-30 22:00:00' },
    { id: '2', day: '2026-11-30', time: '2026-12-01 00:30:00' },
  ]);
  const hours = 'SELECT hour_of_day AS hour FROM gold.sales_hourly ORDER BY 1';
  assert.deepEqual(await askLake(root, hours), [{ hour: 22 }, { hour: 24 }]);
  assert.deepEqual(await askLake(root, 'SELECT source_line, outcome FROM silver.set_aside'), [
    { source_line: 4, outcome: 'unreadable' },
  ]);
});

test('a trading day of which the order of day and month cannot be known is told', async (t) => {
  const effects = trialEffects();
  const rows = ['1,F1,01.12.2026,2026-12-01 10:00,A,1,1.19,0,0.19,'];
  await sold(t, { always: '0.19', included: true }, rows, effects);
  assert.match(effects.lines.join('\n'), /not certain: verkauf: verkauf\.csv, column Tag/);
});

test('what the till voided is no sale and no return, and is kept with its sign', async (t) => {
  const at = (line: string, minute = '00') => `1,F1,01.12.2026,2026-12-01 10:${minute},${line}`;
  const root = await sold(t, { always: '0.19', included: false }, [
    at('A,2,5.00,0,0,'),
    at('A,2,5.00,0,0,', '01'),
    at('A,-2,5.00,0,0,J'),
    at('B,1,3.00,0,0,J'),
    at('B,1,4.00,0,0,'),
  ]);
  assert.deepEqual(await amountsOf(root), ['10.00 0.00 10.00 1.90', '4.00 0.00 4.00 0.76']);
  const aside = await askLake(
    root,
    `SELECT source_line AS line, outcome, CAST(amount AS varchar) AS amount
    FROM silver.set_aside ORDER BY line`,
  );
  assert.deepEqual(aside, [
    { line: 2, outcome: 'voided', amount: '10.00' },
    { line: 4, outcome: 'voided', amount: '-10.00' },
    { line: 5, outcome: 'voided', amount: '3.00' },
  ]);
});
