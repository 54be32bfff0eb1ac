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

test('what may not be added up is a measure of its table, and whatever is a price, a rate or a statistic is said to be', () => {
  const never =
    /_rate$|price(?!_points)|unit_cost|_mean$|_variance$|_deviation$|elasticity$|^(?:lower|upper|lift|support|confidence|wape|mase|coverage)$|_(?:lower|upper|low|high)$|^p\d\d_|temperature|_p90$|match_quality/;
  // Units per day of several products are units per day of all of them.
  const adds = ['demand_rate', 'expected_units', 'net_sales_change'];
  for (const table of GOLD_TABLES) {
    for (const name of Object.keys(table.additivity ?? {}))
      assert.ok(
        /^(?:int|bigint|decimal)/.test(table.columns[name]?.sqlType ?? ''),
        `${qualifiedName(table)}.${name}`,
      );
    for (const [name, { sqlType }] of Object.entries(table.columns))
      if (/^(?:int|bigint|decimal)/.test(sqlType) && never.test(name) && !adds.includes(name))
        assert.equal(
          additivityOf(table, name),
          'nonAdditive',
          `${qualifiedName(table)}.${name} is marked in additivity`,
        );
  }
});

test('every column says what it means', () => {
  for (const table of ALL)
    for (const [name, { meaning }] of Object.entries(table.columns))
      assert.ok(meaning.length > 3, `${qualifiedName(table)}.${name}`);
});
