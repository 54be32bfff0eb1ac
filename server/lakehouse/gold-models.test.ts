import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthOfModel } from '#server/gold/cetas.ts';
import { MODEL_TABLES } from '#server/gold/contract.ts';
import { goldModel } from '#server/gold/model.ts';
import { qualifiedName } from '#server/gold/table.ts';
import { checkTravels } from './tsql/check-travels.ts';
import { translateTsql } from './tsql/translate-tsql.ts';

// The build casts to the contract's types; Synapse writes what the model says. Both must be the same.
test('each gold model gives the names and types of the contract by itself', () => {
  for (const table of MODEL_TABLES) {
    const declared = Object.entries(table.columns).map(([name, { sqlType }]) => ({ name, sqlType }));
    assert.deepEqual(translateTsql(goldModel(table)).columns, declared, qualifiedName(table));
    const month = table.partitionedOn ? '2026-11' : undefined;
    const bounded = monthOfModel(table, goldModel(table), month);
    assert.deepEqual(translateTsql(bounded).columns, declared, `${qualifiedName(table)} of a month`);
    assert.deepEqual(checkTravels(bounded), [], qualifiedName(table));
  }
});
