import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GOLD_TABLES } from '#server/gold/contract.ts';
import { COLLATION } from '#server/gold/ddl.ts';
import { declaredColumns } from './compare-contract.ts';
import { findDifferences } from './find-differences.ts';

/** The catalogue of a source that keeps the contract, but that one text has the collation given. */
function sourceWith(collation: string | null) {
  const catalogue = GOLD_TABLES.flatMap((table) =>
    declaredColumns(table).map(([columnName, type], at) => {
      const [dataType = '', first, second] = type.split(/[(),]/);
      const text = dataType.endsWith('char');
      const drifted = table.name === 'store_day' && columnName === 'store_id';
      return {
        ...{ tableName: table.name, columnName, position: at + 1, dataType },
        ...{ textLength: text ? first : null, digits: first, decimals: second, fraction: first },
        collation: drifted ? collation : text ? COLLATION : null,
      };
    }),
  );
  return {
    ask: async ({ sql }: { readonly sql: string }) => ({
      columns: [],
      rows: sql.includes('INFORMATION_SCHEMA.COLUMNS') && sql.includes('c.COLLATION_NAME') ? catalogue : [],
      truncated: false,
    }),
    close: async () => undefined,
  };
}

test('a text under another collation is a difference, for its predicates skip no files', async () => {
  const { differences } = await findDifferences(sourceWith('SQL_Latin1_General_CP1_CI_AS'));
  assert.deepEqual(differences, [
    {
      table: 'gold.store_day',
      column: 'store_id',
      contract: COLLATION,
      there: 'SQL_Latin1_General_CP1_CI_AS',
    },
  ]);
});

test('the collation of the contract is none, nor is one that the source does not tell', async () => {
  for (const collation of [COLLATION, null])
    assert.deepEqual((await findDifferences(sourceWith(collation))).differences, []);
});
