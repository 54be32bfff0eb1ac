import { type GoldenCase, tsqlPage } from './golden-case.ts';

const instant = "CAST('2007-01-01 13:10:10.111111' AS datetime2(6))";

export const DATE_CASES: readonly GoldenCase[] = [
  {
    construct: 'DATEADD keeps within the month, and a date a date',
    tsql:
      "SELECT DATEADD(month, 1, CAST('20060830' AS date)) AS a, DATEADD(month, 1, CAST('20060831' AS date)) AS b, " +
      "DATEADD(day, -1, CAST('2024-03-01' AS date)) AS c, DATEADD(week, 5, CAST('2007-01-01' AS date)) AS d, " +
      "DATEADD(year, 1, CAST('2024-02-29' AS date)) AS e, DATEADD(quarter, 4, CAST('2007-01-01' AS date)) AS f",
    expected: [['2006-09-30', '2006-09-30', '2024-02-29', '2007-02-05', '2025-02-28', '2008-01-01']],
    sqlTypes: ['date', 'date', 'date', 'date', 'date', 'date'],
    source: tsqlPage('functions/dateadd'),
  },
  {
    construct: 'DATEADD keeps the scale of a datetime2',
    tsql:
      `SELECT DATEADD(year, 1, ${instant}) AS a, DATEADD(hour, 1, ${instant}) AS b, DATEADD(minute, 1, ${instant}) AS c, ` +
      `DATEADD(second, 1, ${instant}) AS d, DATEADD(millisecond, 1, ${instant}) AS e`,
    expected: [
      [
        '2008-01-01 13:10:10.111111',
        '2007-01-01 14:10:10.111111',
        '2007-01-01 13:11:10.111111',
        '2007-01-01 13:10:11.111111',
        '2007-01-01 13:10:10.112111',
      ],
    ],
    sqlTypes: ['datetime2(6)', 'datetime2(6)', 'datetime2(6)', 'datetime2(6)', 'datetime2(6)'],
    source: tsqlPage('functions/dateadd'),
  },
  {
    construct: 'DATEADD with parameters cuts the number',
    tsql: 'SELECT DATEADD(day, -@days, @asOf) AS a, DATEADD(day, 1.9, @asOf) AS b',
    parameters: { days: { sqlType: 'int', value: 28 }, asof: { sqlType: 'date', value: '2010-12-09' } },
    expected: [['2010-11-11', '2010-12-10']],
    sqlTypes: ['date', 'date'],
    source: tsqlPage('functions/dateadd'),
  },
  {
    construct: 'DATEDIFF counts boundaries',
    tsql:
      'SELECT ' +
      ['year', 'quarter', 'month', 'dayofyear', 'day', 'hour', 'minute', 'second', 'millisecond']
        .map((part) => `DATEDIFF(${part}, '2005-12-31 23:59:59.999999', '2006-01-01 00:00:00') AS ${part}s`)
        .join(', '),
    expected: [[1, 1, 1, 1, 1, 1, 1, 1, 1]],
    sqlTypes: Array.from({ length: 9 }, () => 'int'),
    source: tsqlPage('functions/datediff'),
  },
  {
    construct: 'DATEDIFF backwards over a leap day',
    tsql: "SELECT DATEDIFF(day, '2036-03-01', '2036-02-28') AS a",
    expected: [[-2]],
    sqlTypes: ['int'],
    source: tsqlPage('functions/datediff'),
  },
  {
    construct: 'DATEPART',
    tsql:
      'SELECT ' +
      ['year', 'quarter', 'month', 'dayofyear', 'day', 'hour', 'minute', 'second', 'millisecond', 'iso_week']
        .map((part) => `DATEPART(${part}, CAST('2007-10-30 12:15:32.123456' AS datetime2(6))) AS ${part}s`)
        .join(', '),
    expected: [[2007, 4, 10, 303, 30, 12, 15, 32, 123, 44]],
    sqlTypes: Array.from({ length: 10 }, () => 'int'),
    source: tsqlPage('functions/datepart'),
  },
  {
    construct: 'YEAR, MONTH and DAY',
    tsql: "SELECT YEAR(d.t) AS y, MONTH(d.t) AS m, DAY(d.t) AS d FROM (VALUES (CAST('2007-04-30' AS date))) AS d (t)",
    expected: [[2007, 4, 30]],
    sqlTypes: ['int', 'int', 'int'],
    source: tsqlPage('functions/year'),
  },
  {
    construct: 'EOMONTH',
    tsql:
      'SELECT EOMONTH(d.t) AS a, EOMONTH(d.t, 1) AS b, EOMONTH(d.t, -1) AS c ' +
      "FROM (VALUES (CAST('2011-12-01' AS date))) AS d (t)",
    expected: [['2011-12-31', '2012-01-31', '2011-11-30']],
    sqlTypes: ['date', 'date', 'date'],
    source: tsqlPage('functions/eomonth'),
  },
  {
    construct: 'DATEFROMPARTS',
    tsql: 'SELECT DATEFROMPARTS(2010, 12, 31) AS a',
    expected: [['2010-12-31']],
    sqlTypes: ['date'],
    source: tsqlPage('functions/datefromparts'),
  },
  {
    construct: 'a written date beside a date',
    tsql:
      "SELECT IIF(CAST('2010-12-01' AS date) BETWEEN '20101201' AND '2010-12-31', 1, 0) AS a, " +
      "IIF(CAST('2010-12-01' AS date) < CAST('2010-12-01 00:00:01' AS datetime2(0)), 1, 0) AS b",
    expected: [[1, 1]],
    sqlTypes: ['int', 'int'],
    source: tsqlPage('data-types/date'),
  },
];
