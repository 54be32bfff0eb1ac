import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createViewStatement } from './ddl.ts';
import type { LakeTable } from './table.ts';

const TABLE: LakeTable = {
  schema: 'gold',
  name: 'sales_daily',
  grain: 'store × business date',
  label: 'Internal',
  key: ['store_id', 'business_date'],
  partitions: ['year', 'month'],
  partitionedOn: 'business_date',
  columns: {
    business_date: { sqlType: 'date', meaning: '' },
    store_id: { sqlType: 'varchar(16)', meaning: '' },
    store_name: { sqlType: 'nvarchar(64)', nullable: true, meaning: '' },
    net_sales: { sqlType: 'decimal(18,2)', meaning: '' },
  },
};

test('a partitioned table is a view with explicit types and its folders as whole numbers', () => {
  assert.equal(
    createViewStatement(TABLE, { dataSource: 'lake', folder: 'builds/1' }),
    `-- store × business date; Internal
CREATE OR ALTER VIEW [gold].[sales_daily] AS
SELECT
  r.[business_date],
  r.[store_id],
  r.[store_name],
  r.[net_sales],
  CAST(r.filepath(1) AS int) AS [year],
  CAST(r.filepath(2) AS int) AS [month]
FROM OPENROWSET(
  BULK 'builds/1/gold/sales_daily/year=*/month=*/*.parquet',
  DATA_SOURCE = 'lake',
  FORMAT = 'PARQUET'
) WITH (
  [business_date] date,
  [store_id] varchar(16) COLLATE Latin1_General_100_BIN2_UTF8,
  [store_name] nvarchar(64),
  [net_sales] decimal(18,2)
) AS r;`,
  );
});

test('a table in one folder has no partition columns', () => {
  const { partitionedOn: _, ...rest } = TABLE;
  const view = createViewStatement({ ...rest, partitions: [] }, { dataSource: 'lake', folder: '' });
  assert.match(view, /BULK 'gold\/sales_daily\/\*\.parquet'/);
  assert.doesNotMatch(view, /filepath/);
});

test('a Delta folder without partitions is read as such, with its types declared', () => {
  const { partitionedOn: _, ...rest } = TABLE;
  const view = createViewStatement(
    { ...rest, partitions: [], keptAs: 'delta' },
    { dataSource: 'lake', folder: '' },
  );
  assert.match(
    view,
    /BULK 'gold\/sales_daily\/',\n {2}DATA_SOURCE = 'lake',\n {2}FORMAT = 'DELTA'\n\) WITH \(/,
  );
});

test('a partitioned Delta folder gives its own partition columns, so types are cast and none declared', () => {
  const view = createViewStatement({ ...TABLE, keptAs: 'delta' }, { dataSource: 'lake', folder: '' });
  assert.doesNotMatch(view, /WITH \(|filepath/);
  assert.match(view, /CAST\(r\.\[net_sales\] AS decimal\(18,2\)\) AS \[net_sales\]/);
  assert.match(
    view,
    /CAST\(r\.\[store_id\] AS varchar\(16\)\) COLLATE Latin1_General_100_BIN2_UTF8 AS \[store_id\]/,
  );
  assert.match(view, /CAST\(r\.\[year\] AS int\) AS \[year\]/);
});

test('quotes in a name stay within their literal', () => {
  assert.match(createViewStatement(TABLE, { dataSource: "o'clock", folder: '' }), /DATA_SOURCE = 'o''clock'/);
});
