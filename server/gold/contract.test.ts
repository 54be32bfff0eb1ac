import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { GOLD_TABLES, MODEL_TABLES, SILVER_TABLES } from './contract.ts';
import { goldModel } from './model.ts';
import { type LakeTable, qualifiedName } from './table.ts';

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

test('every column says what it means', () => {
  for (const table of ALL)
    for (const [name, { meaning }] of Object.entries(table.columns))
      assert.ok(meaning.length > 3, `${qualifiedName(table)}.${name}`);
});
