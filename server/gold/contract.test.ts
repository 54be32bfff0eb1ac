import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { GOLD_TABLES, MODEL_TABLES, SILVER_TABLES } from './contract.ts';
import { goldModel } from './model.ts';
import { additivityOf, type LakeTable, qualifiedName } from './table.ts';

const ALL: readonly LakeTable[] = [...SILVER_TABLES, ...GOLD_TABLES];

test('keys and partition dates are columns that are never null', () => {
  for (const table of ALL)
    for (const name of [...table.key, ...(table.partitionedOn ? [table.partitionedOn] : [])])
      assert.equal(
        table.columns[name]?.nullable ?? table.columns[name] === undefined,
        false,
        `${qualifiedName(table)}.${name}`,
      );
});

test('a table has partition folders exactly when it says which date they come from', () => {
  for (const table of ALL) {
    assert.equal(table.partitions.length > 0, table.partitionedOn !== undefined, qualifiedName(table));
    if (table.partitionedOn) assert.equal(table.columns[table.partitionedOn]?.sqlType, 'date');
  }
});

test('each gold table that statistics do not make has one model, which names the columns of the contract in their order', () => {
  const files = readdirSync(join(import.meta.dirname, 'models')).map((file) => file.replace('.sql', ''));
  assert.deepEqual(files.sort(), MODEL_TABLES.map(({ name }) => name).sort());
  for (const table of MODEL_TABLES) {
    const [result = ''] = goldModel(table)
      .split(/^SELECT\b/m)
      .slice(-1);
    const named = [...result.matchAll(/\bAS (\w+)(?=,|\s*\nFROM)/g)].map((match) => match[1]);
    assert.deepEqual(named, Object.keys(table.columns), qualifiedName(table));
  }
});

test('a table whose months come each from its own lines is made month by month', () => {
  for (const table of MODEL_TABLES) {
    const fromLinesAlone = /^SELECT\b[\s\S]*^FROM silver\.transaction_lines AS \w+\nGROUP BY/m.test(
      goldModel(table),
    );
    assert.equal(table.monthly ?? false, fromLinesAlone && !goldModel(table).startsWith('WITH'), table.name);
  }
});

test('what may be added up is a measure of its table, and no price, rate or statistic', () => {
  const never =
    /_rate$|price(?!_points)|unit_cost|_mean$|_variance$|_deviation$|elasticity$|^(?:lower|upper|lift|support|confidence|wape|mase|coverage)$|_(?:lower|upper|low|high)$|^p\d\d_|temperature|_p90$|match_quality|^fiscal_|_key$|weekday|^level$/;
  // Units per day of several products are units per day of all of them.
  const adds = ['demand_rate', 'expected_units', 'net_sales_change'];
  for (const table of GOLD_TABLES)
    for (const name of Object.keys(table.additivity ?? {})) {
      const column = `${qualifiedName(table)}.${name}`;
      assert.match(table.columns[name]?.sqlType ?? 'no column', /^(?:int|bigint|decimal)/, column);
      assert.ok(!table.key.includes(name), column);
      assert.ok(!never.test(name) || adds.includes(name), column);
    }
});

test('a number that nobody said adds up does not', () => {
  for (const [name, column] of [
    ['rfm_cut_points', 'least'],
    ['calendar', 'fiscal_week'],
    ['categories', 'level'],
    ['customer_numbers', 'customer_key'],
    ['customer_cohorts', 'customers'],
    ['forecast_totals', 'store_count'],
    ['forecast_totals', 'mean_units'],
    ['markdown_schedule', 'revenue'],
    ['affinity_rules', 'baskets_with_both'],
  ] as const) {
    const table = GOLD_TABLES.find((one) => one.name === name);
    assert.equal(table && additivityOf(table, column), 'nonAdditive', `${name}.${column}`);
  }
});

test('every column says what it means', () => {
  for (const table of ALL)
    for (const [name, { meaning }] of Object.entries(table.columns))
      assert.ok(meaning.length > 3, `${qualifiedName(table)}.${name}`);
});
