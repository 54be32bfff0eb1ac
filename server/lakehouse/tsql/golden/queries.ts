import { type GoldenCase, tsqlPage } from './golden-case.ts';

/** The sales quotas of the documentation's example of LAG. */
const QUOTAS =
  '(VALUES (2005, 367000), (2005, 556000), (2006, 502000), (2006, 550000), (2006, 1429000), (2006, 1324000)) AS q (y, n)';
const NULLS = '(VALUES (2), (NULL), (1)) AS d (n)';

export const QUERY_CASES: readonly GoldenCase[] = [
  {
    construct: 'aggregates of whole numbers',
    tsql:
      'SELECT COUNT(*) AS a, COUNT(d.n) AS b, COUNT_BIG(*) AS c, SUM(d.n) AS d, AVG(d.n) AS e, MIN(d.n) AS f, MAX(d.n) AS g, ' +
      `SUM(CAST(d.n AS bigint)) AS h, COUNT(DISTINCT d.n) AS i FROM ${NULLS}`,
    expected: [[3, 2, '3', 3, 1, 1, 2, '3', 2]],
    sqlTypes: ['int', 'int', 'bigint', 'int', 'int', 'int', 'int', 'bigint', 'int'],
    source: tsqlPage('functions/avg'),
  },
  {
    construct: 'aggregates of decimals and floats',
    tsql:
      'SELECT SUM(d.n) AS a, AVG(d.n) AS b, AVG(CAST(d.n AS float)) AS c, MAX(d.n) AS d ' +
      'FROM (VALUES (CAST(1.00 AS decimal(9,2))), (1.50), (2.50)) AS d (n)',
    expected: [['5.00', '1.666666', 5 / 3, '2.50']],
    sqlTypes: ['decimal(38,2)', 'decimal(38,6)', 'float', 'decimal(9,2)'],
    source: tsqlPage('functions/sum'),
  },
  {
    construct: 'aggregates of nothing',
    tsql: `SELECT COUNT(*) AS a, SUM(d.n) AS b, AVG(d.n) AS c FROM ${NULLS} WHERE d.n > 5`,
    expected: [[0, null, null]],
    sqlTypes: ['int', 'int', 'int'],
    source: tsqlPage('functions/aggregate-functions'),
  },
  {
    construct: 'ORDER BY puts NULL lowest',
    tsql: `SELECT d.n AS n FROM ${NULLS} ORDER BY d.n`,
    expected: [[null], [1], [2]],
    sqlTypes: ['int'],
    source: tsqlPage('queries/select-order-by-clause'),
  },
  {
    construct: 'ORDER BY DESC puts NULL last',
    tsql: `SELECT TOP (2) d.n AS n FROM ${NULLS} ORDER BY n DESC`,
    expected: [[2], [1]],
    sqlTypes: ['int'],
    source: tsqlPage('queries/top'),
  },
  {
    construct: 'OFFSET and FETCH',
    tsql: `SELECT d.n AS n FROM ${NULLS} ORDER BY 1 OFFSET @skip ROWS FETCH NEXT @take ROWS ONLY`,
    parameters: { skip: { sqlType: 'int', value: 1 }, take: { sqlType: 'int', value: 1 } },
    expected: [[1]],
    sqlTypes: ['int'],
    source: tsqlPage('queries/select-order-by-clause'),
  },
  {
    construct: 'LAG and LEAD',
    tsql: `SELECT q.n AS n, LAG(q.n, 1, 0) OVER (ORDER BY q.y, q.n) AS a, LEAD(q.n) OVER (ORDER BY q.y, q.n) AS b FROM ${QUOTAS} WHERE q.y = 2005 ORDER BY n`,
    expected: [
      [367000, 0, 556000],
      [556000, 367000, null],
    ],
    sqlTypes: ['int', 'int', 'int'],
    source: tsqlPage('functions/lag'),
  },
  {
    construct: 'ranks',
    tsql:
      'SELECT d.n AS n, ROW_NUMBER() OVER (ORDER BY d.n, d.m) AS a, RANK() OVER (ORDER BY d.n) AS b, DENSE_RANK() OVER (ORDER BY d.n) AS c ' +
      'FROM (VALUES (1, 1), (1, 2), (2, 3)) AS d (n, m) ORDER BY a',
    expected: [
      [1, '1', '1', '1'],
      [1, '2', '1', '1'],
      [2, '3', '3', '2'],
    ],
    sqlTypes: ['int', 'bigint', 'bigint', 'bigint'],
    source: tsqlPage('functions/ranking-functions'),
  },
  {
    construct: 'window aggregates with NULL lowest',
    tsql:
      'SELECT d.n AS n, SUM(d.n) OVER (ORDER BY d.n ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS a, ' +
      `FIRST_VALUE(d.n) OVER (ORDER BY d.n DESC) AS b, AVG(d.n) OVER () AS c, COUNT(*) OVER () AS d FROM ${NULLS} ORDER BY n`,
    expected: [
      [null, null, 2, 1, 3],
      [1, 1, 2, 1, 3],
      [2, 3, 2, 1, 3],
    ],
    sqlTypes: ['int', 'int', 'int', 'int', 'int'],
    source: tsqlPage('queries/select-over-clause'),
  },
  {
    construct: 'LAST_VALUE to the end of the window',
    tsql:
      'SELECT d.n AS n, LAST_VALUE(d.n) OVER (ORDER BY d.n ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS a, ' +
      `LAST_VALUE(d.n) OVER (ORDER BY d.n) AS b FROM ${NULLS} ORDER BY n`,
    expected: [
      [null, 2, null],
      [1, 2, 1],
      [2, 2, 2],
    ],
    sqlTypes: ['int', 'int', 'int'],
    source: tsqlPage('functions/last-value'),
  },
  {
    construct: 'GROUP BY and HAVING',
    tsql: `SELECT q.y AS y, SUM(q.n) AS n, MAX(q.n) - MIN(q.n) AS w FROM ${QUOTAS} GROUP BY q.y HAVING COUNT(*) > 2`,
    expected: [[2006, 3805000, 927000]],
    sqlTypes: ['int', 'int', 'int'],
    source: tsqlPage('queries/select-group-by'),
  },
  {
    construct: 'UNION ALL of several types',
    tsql: "SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2.55, N'yy' ORDER BY a DESC",
    expected: [
      ['2.55', 'yy'],
      ['1.00', 'x'],
    ],
    sqlTypes: ['decimal(12,2)', 'nvarchar(2)'],
    source: tsqlPage('data-types/precision-scale-and-length'),
  },
  {
    construct: 'EXCEPT and INTERSECT take NULL for equal',
    tsql: `(SELECT d.n AS n FROM ${NULLS} EXCEPT SELECT 1) INTERSECT SELECT e.n FROM (VALUES (NULL), (5)) AS e (n)`,
    expected: [[null]],
    sqlTypes: ['int'],
    source: tsqlPage('language-elements/set-operators-except-and-intersect'),
  },
  {
    construct: 'CROSS APPLY and OUTER APPLY',
    tsql:
      "SELECT d.t AS t, s.value AS v, m.n AS n FROM (VALUES ('b,a'), ('c')) AS d (t) CROSS APPLY STRING_SPLIT(d.t, ',') AS s " +
      "OUTER APPLY (SELECT TOP (1) 1 AS n FROM (VALUES ('a')) AS e (x) WHERE e.x = s.value) AS m ORDER BY v",
    expected: [
      ['b,a', 'a', 1],
      ['b,a', 'b', null],
      ['c', 'c', null],
    ],
    sqlTypes: ['varchar(3)', 'varchar(3)', 'int'],
    source: tsqlPage('queries/from'),
  },
  {
    construct: 'NOT IN a list with NULL is never true',
    tsql: `SELECT COUNT(*) AS n FROM (VALUES (5)) AS e (x) WHERE e.x NOT IN (SELECT d.n FROM ${NULLS})`,
    expected: [[0]],
    sqlTypes: ['int'],
    source: tsqlPage('language-elements/in'),
  },
  {
    construct: 'common table expressions and joins',
    tsql:
      "WITH a (k, v) AS (SELECT 1, N'one' UNION ALL SELECT 2, N'two'), b AS (SELECT 2 AS k, CAST(3.5 AS decimal(4,1)) AS w) " +
      'SELECT a.v AS v, b.w AS w, (SELECT COUNT(*) FROM b AS c WHERE c.k = a.k) AS n FROM a LEFT JOIN b ON b.k = a.k ORDER BY a.k',
    expected: [
      ['one', null, 0],
      ['two', '3.5', 1],
    ],
    sqlTypes: ['nvarchar(3)', 'decimal(4,1)', 'int'],
    source: tsqlPage('queries/with-common-table-expression'),
  },
];
