import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { GoldenCase } from './golden/golden-case.ts';
import { GOLDEN_CASES } from './golden-cases.ts';
import { translateTsql } from './translate-tsql.ts';

/** One answer that is surely not in the table, so that a test which compares nothing would fail. */
const WRONG: GoldenCase = {
  construct: 'a wrong answer',
  tsql: 'SELECT 7 / 2 AS a',
  expected: [[3.5]],
  sqlTypes: ['int'],
  source: '',
};

let duck: DuckDBConnection;

async function answer({ tsql, parameters = {} }: GoldenCase): Promise<{ rows: unknown; sqlTypes: unknown }> {
  const types = Object.fromEntries(Object.entries(parameters).map(([name, { sqlType }]) => [name, sqlType]));
  const values = Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
  const { sql, columns } = translateTsql(tsql, types);
  const result = await duck.runAndReadAll(sql, values);
  return { rows: result.getRowsJson(), sqlTypes: columns?.map(({ sqlType }) => sqlType) };
}

describe('A translated statement answers as SQL Server does', () => {
  before(async () => {
    duck = await (await DuckDBInstance.create(':memory:')).connect();
  });
  after(() => duck.closeSync());

  for (const golden of GOLDEN_CASES)
    test(golden.construct, async () => {
      const { rows, sqlTypes } = await answer(golden);
      assert.deepEqual(rows, golden.expected, golden.tsql);
      assert.deepEqual(sqlTypes, golden.sqlTypes, golden.tsql);
    });

  test('and a wrong answer would be noticed', async () => {
    const { rows } = await answer(WRONG);
    assert.notDeepEqual(rows, WRONG.expected);
  });
});
