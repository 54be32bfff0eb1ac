import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { monthOfModel } from './cetas.ts';
import { GOLD_TABLES, MODEL_TABLES, SILVER_TABLES } from './contract.ts';
import { deploymentScript } from './deployment.ts';
import { goldModel } from './model.ts';
import { qualifiedName } from './table.ts';
import { salesDaily } from './tables/gold.ts';

const DEPLOYMENT = {
  storage: 'https://pulse.dfs.core.windows.net/lake',
  dataSource: 'lake',
  folder: 'builds/20261123',
  silverFolder: '',
  reader: 'pulse-api',
  months: ['2025-12', '2026-01'],
} as const;

describe('the deployment script', () => {
  const script = deploymentScript(DEPLOYMENT);
  const batches = script.split('\nGO\n').map((batch) => batch.trim());
  const place = (pattern: RegExp) => batches.findIndex((batch) => pattern.test(batch));

  test('makes what a view stands on before the view, and the views before anybody may read them', () => {
    const order = [
      /CREATE DATABASE SCOPED CREDENTIAL/,
      /CREATE EXTERNAL DATA SOURCE/,
      /CREATE EXTERNAL FILE FORMAT/,
      /CREATE SCHEMA/,
      /VIEW \[silver\]/,
      /CREATE EXTERNAL TABLE/,
      /VIEW \[gold\]/,
      /CREATE USER/,
      /GRANT SELECT/,
    ].map(place);
    assert.ok(!order.includes(-1), order.join());
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
  });

  test('has a view of every table', () => {
    for (const table of [...SILVER_TABLES, ...GOLD_TABLES])
      assert.ok(
        script.includes(`CREATE OR ALTER VIEW [${table.schema}].[${table.name}] AS`),
        qualifiedName(table),
      );
  });

  test('writes each month of a table made by a model to a folder of the new build', () => {
    assert.match(script, /LOCATION = 'builds\/20261123\/gold\/sales_daily\/year=2026\/month=01\/'/);
    assert.match(script, /LOCATION = 'builds\/20261123\/gold\/stores\/'/);
    assert.match(script, /BULK 'builds\/20261123\/gold\/sales_daily\/year=\*\/month=\*\/\*\.parquet'/);
    const made = script.match(/CREATE EXTERNAL TABLE/g)?.length;
    const partitioned = MODEL_TABLES.filter(({ partitionedOn }) => partitionedOn).length;
    assert.equal(made, MODEL_TABLES.length + partitioned);
  });

  test('lets the app read gold and name no file of its own', () => {
    const granted = [...script.matchAll(/^GRANT (.+) TO \[pulse-api\];/gm)].map(([, right]) => right);
    assert.deepEqual(granted, [
      'CONNECT',
      'SELECT ON SCHEMA::[gold]',
      'REFERENCES ON DATABASE SCOPED CREDENTIAL::[lake_identity]',
    ]);
    assert.match(script, /DENY SELECT ON SCHEMA::\[silver\]/);
  });

  test('makes nothing where a build was copied', () => {
    assert.doesNotMatch(deploymentScript({ ...DEPLOYMENT, months: [] }), /CREATE EXTERNAL TABLE/);
  });
});

test('a month of a table made month by month reads the lines of that month alone', () => {
  const december = monthOfModel(salesDaily, goldModel(salesDaily), '2025-12');
  assert.match(
    december,
    /FROM silver\.transaction_lines AS l\nWHERE l\.year = 2025 AND l\.month = 12\nGROUP BY/,
  );
  assert.match(december, /m\.business_date < CAST\('2026-01-01' AS date\)$/);
  assert.throws(() => monthOfModel(salesDaily, 'SELECT 1 AS one', '2025-12'), TypeError);
});
