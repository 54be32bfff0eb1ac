import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TsqlSyntaxError, UnknownNameError, UntranslatableError } from './refusals.ts';
import { translateTsql } from './translate-tsql.ts';

const stores = 'FROM gold.stores AS s';

/** Construct by statement. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'DELETE FROM gold.stores': 'the statement DELETE',
  "INSERT INTO gold.stores VALUES ('a')": 'the statement INSERT',
  'DECLARE @x int = 5': 'the statement DECLARE',
  'EXEC sp_who': 'the statement EXEC',
  'DROP TABLE gold.stores': 'the statement DROP',
  "COPY gold.stores TO 'x.csv'": 'the statement COPY',
  "ATTACH 'x.duckdb'": 'the statement ATTACH',
  'PRAGMA version': 'the statement PRAGMA',
  'SET threads = 1': 'the statement SET',
  'FROM gold.stores SELECT store_id': 'the statement FROM',
  'SELECT 1 AS a; DROP TABLE gold.stores': 'a batch of several statements',
  'WITH x AS (SELECT 1 AS a) DELETE FROM gold.stores': 'the statement DELETE',
  'SELECT 1 AS a INTO gold.x': 'SELECT INTO',
  [`SELECT s.region AS r ${stores} WITH (NOLOCK)`]: 'a table hint',
  [`SELECT s.region AS r ${stores} OPTION (RECOMPILE)`]: 'OPTION',
  [`SELECT s.region AS r ${stores} FOR JSON PATH`]: 'FOR JSON',
  [`SELECT s.region AS r ${stores} ORDER BY s.region NULLS LAST`]: 'NULLS FIRST or LAST',
  [`SELECT s.region AS r ${stores} GROUP BY ALL`]: 'GROUP BY ALL',
  [`SELECT s.region AS r ${stores} GROUP BY 1`]: 'GROUP BY a constant',
  [`SELECT s.region AS r ${stores} WHERE s.region LIKE '[A-C]%'`]: 'LIKE with a set of characters in [ ]',
  [`SELECT s.region AS r ${stores} WHERE s.region = 1`]: 'nvarchar(100) compared with int without a CAST',
  [`SELECT s.region AS r ${stores} WHERE s.region`]: 'a value as a condition',
  [`SELECT STRING_AGG(s.region, ',') AS r ${stores}`]: 'STRING_AGG without WITHIN GROUP',
  'SELECT GETDATE() AS now': 'the function GETDATE',
  'SELECT CURRENT_TIMESTAMP AS now': 'the function CURRENT_TIMESTAMP',
  "SELECT LENGTH('a') AS n": 'another spelling of LEN',
  "SELECT SUBSTR('abc', 1, 2) AS t": 'another spelling of SUBSTRING',
  "SELECT DATEPART(weekday, CAST('2010-12-01' AS date)) AS d": 'DATEPART(dayofweek)',
  "SELECT DATEPART(week, CAST('2010-12-01' AS date)) AS d": 'DATEPART(week)',
  "SELECT DATEADD(hour, 1, CAST('2010-12-01' AS date)) AS d": 'DATEADD(hour) of date',
  "SELECT DATEADD(day, 1, '2010-12-01') AS d": 'DATEADD of varchar(10) without a CAST to date or datetime2',
  "SELECT CAST('01/12/2010' AS date) AS d": "the date '01/12/2010', which is not written as yyyy-mm-dd",
  "SELECT CASE WHEN 1 = 1 THEN 'a' ELSE 1 END AS x": 'varchar(1) mixed with int without a CAST',
  "SELECT 'a' + 1 AS x": 'varchar(1) + int',
  'SELECT CAST(12345 AS varchar(3)) AS x': 'int converted to varchar(3), which may be too short,',
  'SELECT CAST(1 AS money) AS x': 'the type MONEY',
  'SELECT ROUND(1.5e0, 1) AS x': 'ROUND of float (CAST to decimal first)',
  'SELECT @p + 1 AS x': 'a value whose type is not declared + int',
  'SELECT x = 1': 'a condition as a value',
  'SELECT 1 AS a UNION SELECT 2 INTERSECT SELECT 3': 'INTERSECT beside other set operators without brackets',
  'WITH c AS (SELECT 1 AS x UNION ALL SELECT c.x + 1 FROM c) SELECT c.x AS x FROM c':
    'a query that reads itself',
};

/** Ways to a file, a setting or another part of the engine, and what they meet. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  "SELECT f.a AS a FROM read_csv('x.csv') AS f": 'READ_CSV in FROM',
  "SELECT f.a AS a FROM read_parquet('x.parquet') AS f": 'READ_PARQUET in FROM',
  "SELECT f.a AS a FROM glob('*') AS f": 'GLOB in FROM',
  "SELECT j.a AS a FROM OPENJSON('[1]') WITH (a int '$.a') AS j": 'OPENJSON in FROM',
  'SELECT f.a AS a FROM duckdb_settings() AS f': 'DUCKDB_SETTINGS in FROM',
  'SELECT f.a AS a FROM pragma_version() AS f': 'PRAGMA_VERSION in FROM',
  "SELECT getenv('HOME') AS a": 'the function GETENV',
  "SELECT current_setting('threads') AS a": 'the function CURRENT_SETTING',
  [`SELECT s.region AS r ${stores} WHERE read_text('/etc/passwd') = 'x'`]: 'the function READ_TEXT',
  "SELECT [read_text](N'x') AS a": 'the function READ_TEXT',
  "SELECT f.a AS a FROM 'x.csv' AS f": 'x.csv',
  'SELECT f.a AS a FROM [x.csv] AS f': 'x.csv',
  'SELECT f.a AS a FROM gold.[../x.parquet] AS f': 'gold.../x.parquet',
  'SELECT f.a AS a FROM main.x AS f': 'main.x',
  'SELECT f.a AS a FROM other.gold.stores AS f': 'a table name of three parts',
};

describe('What has no rule is refused by name', () => {
  for (const [tsql, construct] of Object.entries({ ...NOT_HERE, ...OUT_OF_REACH }))
    test(tsql, () =>
      assert.throws(
        () => translateTsql(tsql),
        (error) =>
          (error instanceof UntranslatableError && error.construct === construct) ||
          (error instanceof UnknownNameError && error.message === `Invalid object name '${construct}'.`),
      ),
    );

  test('with its line', () =>
    assert.throws(() => translateTsql(`SELECT s.region AS r,\n  FORMAT(s.region, 'x') AS f\n${stores}`), {
      code: 'TSQL_UNTRANSLATABLE',
      line: 2,
    }));
});

describe('A statement SQL Server would not run is refused in its words', () => {
  const WORDS: Readonly<Record<string, string>> = {
    'SELECT 1 2': "Incorrect syntax near '2'.",
    [`SELECT s.region AS r, ${stores}`]: "Incorrect syntax near 'FROM'.",
    "SELECT 'a": "Incorrect syntax near ''a'.",
    'SELECT FROM gold.stores': "Incorrect syntax near 'SELECT'.",
    '': "Incorrect syntax near ''.",
    [`SELECT s.colour AS c ${stores}`]: "Invalid column name 'colour'.",
    [`SELECT s.region AS r ${stores} GROUP BY r`]: "Invalid column name 'r'.",
    'SELECT t.a AS a FROM nowhere AS t': "Invalid object name 'nowhere'.",
  };
  for (const [tsql, message] of Object.entries(WORDS))
    test(tsql || 'nothing at all', () =>
      assert.throws(
        () => translateTsql(tsql),
        (error) =>
          (error instanceof TsqlSyntaxError || error instanceof UnknownNameError) &&
          error.message === message,
      ),
    );
});

describe('No statement wears the parser out', () => {
  const endless: Readonly<Record<string, string>> = {
    'a sum of 20,000 terms': `SELECT ${Array(20_000).fill('1').join('+')} AS a`,
    'a thousand brackets': `SELECT ${'('.repeat(1000)}1${')'.repeat(1000)} AS a`,
    'twenty nested divisions': `SELECT ${'(1 / '.repeat(20)}s.quantity${')'.repeat(20)} AS a FROM silver.transaction_lines AS s`,
    'ten thousand collations': `SELECT 'a' ${'COLLATE x '.repeat(10_000)} AS a`,
    'a thousand unions': Array(1000).fill('SELECT 1 AS a').join(' UNION ALL '),
  };
  for (const [what, tsql] of Object.entries(endless))
    test(`${what}, fifty times`, () => {
      for (let time = 0; time < 50; time++) assert.throws(() => translateTsql(tsql), UntranslatableError);
      assert.equal(translateTsql(`SELECT ${'('.repeat(20)}1${')'.repeat(20)} AS a`).sql, 'SELECT 1 AS "a"');
    });

  test('and two thousand typed literals are answered', () => {
    const values = Array.from({ length: 2000 }, (_, at) => `CAST('S${at}' AS varchar(5))`);
    assert.match(
      translateTsql(`SELECT s.region AS r ${stores} WHERE s.store_id IN (${values.join(', ')})`).sql,
      /'S1999'/,
    );
  });

  test('and a list of 20,000 values is answered', () => {
    const values = Array.from({ length: 20_000 }, (_, at) => `'S${at}'`);
    assert.match(
      translateTsql(`SELECT s.region AS r ${stores} WHERE s.store_id IN (${values.join(', ')})`).sql,
      /'S19999'\)/,
    );
  });
});
