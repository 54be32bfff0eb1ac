import { type GoldenCase, tsqlPage } from './golden-case.ts';

const cast = 'https://learn.microsoft.com/en-us/sql/t-sql/functions/cast-and-convert-transact-sql';

export const CONVERSION_CASES: readonly GoldenCase[] = [
  {
    construct: 'CAST of a decimal or float to int cuts, to decimal rounds',
    tsql:
      'SELECT CAST(10.6496 AS int) AS a, CAST(-10.6496 AS int) AS b, CAST(10.6496 AS numeric) AS c, ' +
      'CAST(-10.6496 AS numeric) AS d, CAST(2.7e0 AS int) AS e, CAST(10.3496847 AS decimal(6,4)) AS f',
    expected: [[10, -10, '11', '-11', 2, '10.3497']],
    sqlTypes: ['int', 'int', 'decimal(18,0)', 'decimal(18,0)', 'int', 'decimal(6,4)'],
    source: cast,
  },
  {
    construct: 'text as a number',
    tsql:
      "SELECT CAST(' 12 ' AS int) AS a, CAST('' AS int) AS b, CAST('-1.005' AS decimal(9,2)) AS c, " +
      "CAST('1.5e1' AS float) AS d, CAST('9223372036854775807' AS bigint) AS e",
    expected: [[12, 0, '-1.01', 15, '9223372036854775807']],
    sqlTypes: ['int', 'int', 'decimal(9,2)', 'float', 'bigint'],
    source: cast,
  },
  {
    construct: 'TRY_CAST',
    tsql:
      "SELECT TRY_CAST('test' AS float) AS a, TRY_CAST('2.7' AS int) AS b, TRY_CAST('12' AS int) AS c, " +
      "TRY_CAST('x' AS decimal(5,2)) AS d, TRY_CAST('2010-02-30' AS date) AS e, TRY_CAST(12345678901 AS int) AS f",
    expected: [[null, null, 12, null, null, null]],
    sqlTypes: ['float', 'int', 'int', 'decimal(5,2)', 'date', 'int'],
    source: tsqlPage('functions/try-cast'),
  },
  {
    construct: 'numbers and bits as text',
    tsql:
      'SELECT CAST(123 AS varchar(11)) AS a, CAST(1.50 AS varchar(10)) AS b, CAST(CAST(1 AS bit) AS varchar(5)) AS c, ' +
      "CAST(0.5 AS nvarchar(9)) AS d, CAST('abcdef' AS varchar(3)) AS e, CAST('ab' AS varchar) AS f",
    expected: [['123', '1.50', '1', '0.5', 'abc', 'ab']],
    sqlTypes: ['varchar(11)', 'varchar(10)', 'varchar(5)', 'nvarchar(9)', 'varchar(3)', 'varchar(30)'],
    source: cast,
  },
  {
    construct: 'dates as text and back',
    tsql:
      "SELECT CAST(CAST('2006-12-30' AS date) AS varchar(10)) AS a, CONVERT(varchar(10), d.t, 23) AS b, " +
      'CONVERT(varchar(8), d.t, 112) AS c, CONVERT(varchar(19), d.t, 120) AS d, CAST(d.t AS varchar(30)) AS e, ' +
      'CONVERT(date, d.t) AS f, CAST(CONVERT(date, d.t) AS datetime2(0)) AS g ' +
      "FROM (VALUES (CAST('2006-12-30 00:38:54.840' AS datetime2(3)))) AS d (t)",
    expected: [
      [
        ...['2006-12-30', '2006-12-30', '20061230', '2006-12-30 00:38:54', '2006-12-30 00:38:54.840'],
        ...['2006-12-30', '2006-12-30 00:00:00'],
      ],
    ],
    sqlTypes: [
      'varchar(10)',
      'varchar(10)',
      'varchar(8)',
      'varchar(19)',
      'varchar(30)',
      'date',
      'datetime2(0)',
    ],
    source: cast,
  },
  {
    construct: 'datetime2 of lesser scale rounds',
    tsql: "SELECT CAST(CAST('2006-12-30 23:59:59.9996' AS datetime2(6)) AS datetime2(3)) AS a",
    expected: [['2006-12-31 00:00:00']],
    sqlTypes: ['datetime2(3)'],
    source: tsqlPage('data-types/datetime2'),
  },
  {
    construct: 'TRY_CONVERT',
    tsql: "SELECT TRY_CONVERT(float, 'test') AS a, TRY_CONVERT(int, '12') AS b, TRY_CONVERT(date, d.t) AS c FROM (VALUES ('x')) AS d (t)",
    expected: [[null, 12, null]],
    sqlTypes: ['float', 'int', 'date'],
    source: tsqlPage('functions/try-convert'),
  },
  {
    construct: 'bit',
    tsql: 'SELECT CAST(5 AS bit) AS a, CAST(0.0 AS bit) AS b, CAST(CAST(1 AS bit) AS int) AS c, IIF(CAST(1 AS bit) = 1, 1, 0) AS d',
    expected: [[true, false, 1, 1]],
    sqlTypes: ['bit', 'bit', 'int', 'int'],
    source: tsqlPage('data-types/bit'),
  },
  {
    construct: 'ISNULL has the type of its first argument',
    tsql: "SELECT ISNULL(CAST(NULL AS varchar(2)), 'abc') AS a, ISNULL(CAST(NULL AS int), 2.9) AS b, ISNULL(NULL, 'x') AS c",
    expected: [['ab', 2, 'x']],
    sqlTypes: ['varchar(2)', 'int', 'varchar(1)'],
    source: tsqlPage('functions/isnull'),
  },
  {
    construct: 'COALESCE and CASE have the type of highest precedence',
    tsql:
      'SELECT COALESCE(CAST(NULL AS int), 2.9) AS a, CASE WHEN 1 = 1 THEN 1 ELSE 2.50 END AS b, ' +
      "CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN N'bb' END AS c, COALESCE(NULL, CAST(1 AS bigint), 2) AS d",
    expected: [['2.9', '1.00', 'bb', '1']],
    sqlTypes: ['decimal(11,1)', 'decimal(12,2)', 'nvarchar(2)', 'bigint'],
    source: tsqlPage('language-elements/coalesce'),
  },
  {
    construct: 'IIF and NULLIF',
    tsql: "SELECT IIF(45 > 40, 'TRUE', 'FALSE') AS a, NULLIF(4, 4) AS b, NULLIF(5, 4) AS c, IIF(NULL = 1, 1, 2) AS d",
    expected: [['TRUE', null, 5, 2]],
    sqlTypes: ['varchar(5)', 'int', 'int', 'int'],
    source: tsqlPage('functions/logical-functions-iif'),
  },
];
