import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addDays } from '#lib/business-date.ts';
import { buildLake } from '../build-lake.ts';
import { readTemplateDay } from '../read-day.ts';
import { readLakeStatus } from '../read-status.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { onlineRetail } from './source.ts';

const besideTheCheckout = join(import.meta.dirname, '../../../../shared/data');
const folder = join(process.env['RETAIL_PULSE_DATA'] ?? besideTheCheckout, 'online-retail');
const absent = existsSync(folder) ? false : `${folder} is not here; RETAIL_PULSE_DATA may name its parent`;

/**
 * The same month counted by other means: lines of text, split by hand, and pence in bigints. Nothing here knows of
 * DuckDB, of the rules' SQL or of any layer of the lake.
 */
function countByHand(): Map<string, { rows: number; pence: bigint }> {
  const parts = new Map<string, { rows: number; pence: bigint }>();
  const seen = new Set<string>();
  for (const name of readdirSync(folder).sort())
    for (const line of readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').slice(1)) {
      const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        (f) => f[1] ?? f[2] ?? '',
      );
      const [invoice = '', code = '', , quantity = '', , price = ''] = fields;
      const [pounds = '', pennies = ''] = price.split('.');
      const pence = BigInt(quantity) * BigInt(pounds + pennies.padEnd(2, '0'));
      const part = seen.has(line)
        ? 'exact_duplicate'
        : partOf(invoice, code, Number(quantity), Number(price));
      seen.add(line);
      const sum = parts.get(part) ?? { rows: 0, pence: 0n };
      parts.set(part, { rows: sum.rows + 1, pence: sum.pence + pence });
    }
  return parts;
}

function partOf(invoice: string, code: string, quantity: number, price: number): string {
  const isGoods = /^(\d{5}[A-Za-z]{0,2}|DCGS\d+)$/.test(code);
  if (invoice.startsWith('A')) return 'bad_debt';
  if (!isGoods) return 'non_product';
  if (price === 0) return quantity < 0 ? 'write_off' : 'without_value';
  return invoice.startsWith('C') ? 'return' : 'sale';
}

test('December 2010 of Online Retail', { skip: absent }, async (t) => {
  const root = trialFolder(t);
  await buildLake(root, onlineRetail(folder), trialEffects());

  await t.test('all rows are there, to the penny', async () => {
    const [total] = await askLake(
      root,
      'SELECT CAST(sum(row_count) AS int) AS rows, CAST(sum(amount) AS varchar) AS amount FROM gold.import_report',
    );
    assert.deepEqual(total, { rows: 42_481, amount: '748957.02' });
  });

  await t.test('each part is what a count by hand gives', async () => {
    const report = await askLake(
      root,
      `SELECT outcome, row_count AS rows, CAST(CAST(amount * 100 AS bigint) AS varchar) AS pence
      FROM gold.import_report WHERE row_count > 0`,
    );
    const byHand = [...countByHand()].map(([outcome, { rows, pence }]) => ({
      outcome,
      rows,
      pence: `${pence}`,
    }));
    const byOutcome = (a: { outcome?: unknown }, b: { outcome?: unknown }) =>
      String(a.outcome).localeCompare(String(b.outcome));
    assert.deepEqual(report.sort(byOutcome), byHand.sort(byOutcome));
  });

  await t.test('sales and returns of gold are those of the report', async () => {
    const [gold] = await askLake(
      root,
      `SELECT CAST(sum(gross_sales) AS varchar) AS gross, CAST(sum(returns) AS varchar) AS returned,
        CAST(sum(net_sales) AS varchar) AS net, CAST(sum(transactions) AS int) AS transactions FROM gold.store_day`,
    );
    assert.deepEqual(gold, {
      gross: '775638.36',
      returned: '17547.86',
      net: '758090.50',
      transactions: 1550,
    });
  });

  await t.test('today is the day after the last closed one, and is played after its weekday', async () => {
    const { lastClosedDate, firstDate } = await readLakeStatus(root);
    assert.deepEqual([firstDate, lastClosedDate], ['2010-12-01', '2010-12-23']);
    const [first] = await readTemplateDay(root, 'usual');
    assert.equal(first?.businessDate, addDays(lastClosedDate, -6));
  });
});
