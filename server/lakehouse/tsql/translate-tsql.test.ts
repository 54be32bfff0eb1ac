import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { translateTsql } from './translate-tsql.ts';

describe('A translation', () => {
  test('says which parameters it takes, in lower case', () => {
    const { sql, parameters } = translateTsql(
      "SELECT s.region AS r FROM gold.stores AS s WHERE s.store_id IN (@First, @second) OR s.region <> '@third'",
    );
    assert.deepEqual(parameters, ['first', 'second']);
    assert.match(sql, /IN \(rtrim\(\$first\), rtrim\(\$second\)\)/);
  });

  test('holds a declared parameter to its type', () => {
    const tsql = 'SELECT s.region AS r FROM gold.stores AS s WHERE s.store_id = @id';
    assert.match(translateTsql(tsql, { id: 'varchar(16)' }).sql, /= rtrim\(CAST\(\$id AS VARCHAR\)\)/);
  });

  test('leaves columns as they are, so that their filters reach the file', () => {
    const { sql } = translateTsql(
      "SELECT d.units AS u FROM gold.sales_daily AS d WHERE d.store_id = 'S1' AND d.business_date >= '2010-12-01'",
    );
    assert.match(sql, /"d"."store_id" = 'S1'/);
    assert.match(sql, /"d"."business_date" >= CAST/);
  });

  test('knows the columns of the answer, their names and T-SQL types', () => {
    const { columns } = translateTsql(
      'SELECT d.*, COUNT(*) OVER () AS n, 1 FROM (SELECT s.store_id, s.region AS part FROM gold.stores AS s) AS d',
    );
    assert.deepEqual(
      columns?.map(({ name, sqlType }) => `${name} ${sqlType}`),
      ['store_id varchar(16)', 'part nvarchar(100)', 'n int', ' int'],
    );
  });

  test('does not know those of a table without contract, but lets them pass', () => {
    assert.equal(translateTsql('SELECT t.* FROM sys.tables AS t').columns, undefined);
    assert.deepEqual(translateTsql('SELECT t.name AS n FROM sys.tables AS t').columns, [
      { name: 'n', sqlType: 'unknown' },
    ]);
  });

  test('is kept, but not for ever', () => {
    const first = translateTsql('SELECT 0 AS n');
    assert.equal(translateTsql('SELECT 0 AS n'), first);
    for (let n = 1; n <= 500; n++) translateTsql(`SELECT ${n} AS n`);
    assert.notEqual(translateTsql('SELECT 0 AS n'), first);
  });
});

describe('A translated statement fails as SQL Server does', () => {
  let duck: DuckDBConnection;
  before(async () => {
    duck = await (await DuckDBInstance.create(':memory:')).connect();
  });
  after(() => duck.closeSync());

  const one = (column: string, value: string) => `(VALUES (${value})) AS d (${column})`;
  const FAILURES: Readonly<Record<string, RegExp>> = {
    [`SELECT 1 / d.n AS x FROM ${one('n', '0')}`]: /Divide by zero error encountered\./,
    [`SELECT 1.5 % d.n AS x FROM ${one('n', '0')}`]: /Divide by zero error encountered\./,
    [`SELECT 1e0 / d.n AS x FROM ${one('n', '0')}`]: /Divide by zero error encountered\./,
    [`SELECT CAST(d.t AS int) AS x FROM ${one('t', "'2.7'")}`]:
      /Conversion failed when converting the varchar value '2\.7' to data type int\./,
    [`SELECT CAST(d.t AS decimal(5,2)) AS x FROM ${one('t', "N'x'")}`]:
      /Error converting data type nvarchar to numeric\./,
    [`SELECT CAST(d.t AS date) AS x FROM ${one('t', "'x'")}`]:
      /Conversion failed when converting date and\/or time from character string\./,
    [`SELECT CAST(d.t AS date) AS x FROM ${one('t', "'01/02/2010'")}`]:
      /only when it is written as yyyy-mm-dd/,
    [`SELECT d.n + 1 AS x FROM ${one('n', '2147483647')}`]: /Overflow|out of range/i,
    [`SELECT SUM(d.n) AS x FROM (VALUES (2147483647), (1)) AS d (n)`]: /out of range/,
    [`SELECT AVG(d.n) AS x FROM (VALUES (2147483647), (1)) AS d (n)`]: /out of range/,
    [`SELECT ROUND(d.n, -3) AS x FROM ${one('n', '748.58')}`]: /could not be converted|out of range|Casting/i,
    [`SELECT LEFT('abc', d.n) AS x FROM ${one('n', '-1')}`]:
      /Invalid length parameter passed to the LEFT function\./,
    [`SELECT CAST(d.t AS varchar(3)) AS x FROM ${one('t', "N'aéé'")}`]:
      /Text beyond ASCII is longer than varchar\(3\)/,
  };
  for (const [tsql, message] of Object.entries(FAILURES))
    test(tsql, () => assert.rejects(duck.runAndReadAll(translateTsql(tsql).sql), message));
});
