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
  silverFormat: 'delta',
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

  test('leaves no view of gold over a folder that neither it fills nor somebody is told to copy', () => {
    const filled = [...script.matchAll(/^ {2}LOCATION = '(.+?\/)(?:year=.*)?',$/gm)].map(
      ([, folder]) => folder,
    );
    const copied = [...script.matchAll(/^-- {3}(\S+\/)$/gm)].map(([, folder]) => folder);
    const read = batches
      .filter((batch) => batch.includes('CREATE OR ALTER VIEW [gold]'))
      .map((batch) => /BULK '(.+?\/)(?:year=\*\/month=\*\/)?\*\.parquet'/.exec(batch)?.[1]);
    assert.deepEqual([...new Set(filled), ...copied].sort(), read.sort());
    assert.ok(copied.includes('builds/20261123/gold/demand_forecast/'), copied.join());
  });

  test('reads silver as Delta where jobs merge into it, and a copied build as the Parquet it is', () => {
    const formats = (text: string) =>
      Object.fromEntries(
        text.split('\nGO\n').flatMap((batch) => {
          const [, name] = /VIEW \[silver\]\.\[(\w+)\]/.exec(batch) ?? [];
          const [, files, format] = /BULK '(.+?)'[\s\S]*FORMAT = '(\w+)'/.exec(batch) ?? [];
          return name ? [[name, [files, format]]] : [];
        }),
      );
    const merged = formats(script);
    const build = formats(
      deploymentScript({ ...DEPLOYMENT, silverFolder: 'builds/20261123', silverFormat: 'parquet' }),
    );
    for (const { name, keptAs, partitions } of SILVER_TABLES) {
      const files = `${partitions.map((level) => `${level}=*/`).join('')}*.parquet`;
      assert.deepEqual(
        merged[name],
        keptAs ? [`silver/${name}/`, 'DELTA'] : [`silver/${name}/${files}`, 'PARQUET'],
      );
      assert.deepEqual(build[name], [`builds/20261123/silver/${name}/${files}`, 'PARQUET']);
    }
  });

  test('makes nothing and asks for no folder where a build was copied whole', () => {
    const copied = deploymentScript({ ...DEPLOYMENT, months: [], silverFormat: 'parquet' });
    assert.doesNotMatch(copied, /CREATE EXTERNAL TABLE|DELTA|-- Copy/);
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
