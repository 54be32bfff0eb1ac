import { type GoldenCase, tsqlPage } from './golden-case.ts';

const precision = tsqlPage('data-types/precision-scale-and-length');
const round = tsqlPage('functions/round');

export const NUMBER_CASES: readonly GoldenCase[] = [
  {
    construct: 'integer division and remainder',
    tsql: 'SELECT 38 / 5 AS a, 38 % 5 AS b, -7 / 2 AS c, -7 % 2 AS d',
    expected: [[7, 3, -3, -1]],
    sqlTypes: ['int', 'int', 'int', 'int'],
    source: tsqlPage('language-elements/modulo'),
  },
  {
    construct: 'decimal division',
    tsql: 'SELECT 2.0 / 3 AS a, CAST(1 AS decimal(10,2)) / CAST(3 AS decimal(10,2)) AS b',
    expected: [['0.666666', '0.3333333333333']],
    sqlTypes: ['decimal(7,6)', 'decimal(23,13)'],
    source: precision,
  },
  {
    construct: 'division by a column or a parameter',
    tsql: 'SELECT d.a / d.b AS x, d.a / @n AS y FROM (VALUES (7, 2)) AS d (a, b)',
    parameters: { n: { sqlType: 'int', value: 3 } },
    expected: [[3, 2]],
    sqlTypes: ['int', 'int'],
    source: tsqlPage('language-elements/divide'),
  },
  {
    construct: 'decimal multiplication whose scale is cut',
    tsql: 'SELECT CAST(0.0000009000 AS decimal(30,10)) * CAST(1.0000000000 AS decimal(30,10)) AS a',
    expected: [['0.000001']],
    sqlTypes: ['decimal(38,6)'],
    source: precision,
  },
  {
    construct: 'decimal addition and subtraction',
    tsql: 'SELECT CAST(1.25 AS decimal(18,2)) + CAST(1.123 AS decimal(10,3)) AS a, 5 - CAST(0.5 AS decimal(5,2)) AS b',
    expected: [['2.373', '4.50']],
    sqlTypes: ['decimal(20,3)', 'decimal(6,2)'],
    source: precision,
  },
  {
    construct: 'numeric literals',
    tsql: 'SELECT 2147483647 AS a, 2147483648 AS b, 1.50 AS c, 1e3 AS d',
    expected: [[2147483647, '2147483648', '1.50', 1000]],
    sqlTypes: ['int', 'decimal(10,0)', 'decimal(3,2)', 'float'],
    source: tsqlPage('data-types/int-bigint-smallint-and-tinyint'),
  },
  {
    construct: 'float arithmetic',
    tsql: 'SELECT CAST(1 AS float) / 4 AS a, 1 * 0.5e0 AS b',
    expected: [[0.25, 0.5]],
    sqlTypes: ['float', 'float'],
    source: tsqlPage('data-types/data-type-precedence'),
  },
  {
    construct: 'ROUND',
    tsql:
      'SELECT ROUND(748.58, -4) AS a, ROUND(748.58, -1) AS b, ROUND(748.58, -2) AS c, ' +
      'ROUND(CAST(748.58 AS decimal(6,2)), -3) AS d, ROUND(123.9994, 3) AS e, ROUND(123.9995, 3) AS f, ' +
      'ROUND(123.4545, 2) AS g, ROUND(123.45, -2) AS h, ROUND(150.75, 0) AS i',
    expected: [
      ['0.00', '750.00', '700.00', '1000.00', '123.9990', '124.0000', '123.4500', '100.00', '151.00'],
    ],
    sqlTypes: [
      ...['decimal(5,2)', 'decimal(5,2)', 'decimal(5,2)', 'decimal(6,2)', 'decimal(7,4)', 'decimal(7,4)'],
      ...['decimal(7,4)', 'decimal(5,2)', 'decimal(5,2)'],
    ],
    source: round,
  },
  {
    construct: 'ROUND of a negative and of an int',
    tsql: 'SELECT ROUND(-2.5, 0) AS a, ROUND(1250, -2) AS b',
    expected: [['-3.0', 1300]],
    sqlTypes: ['decimal(2,1)', 'int'],
    source: round,
  },
  {
    construct: 'ABS',
    tsql: 'SELECT ABS(-1.0) AS a, ABS(0.0) AS b, ABS(1.0) AS c, ABS(-5) AS d',
    expected: [['1.0', '0.0', '1.0', 5]],
    sqlTypes: ['decimal(2,1)', 'decimal(1,1)', 'decimal(2,1)', 'int'],
    source: tsqlPage('functions/abs'),
  },
  {
    construct: 'FLOOR and CEILING',
    tsql: 'SELECT FLOOR(123.45) AS a, FLOOR(-123.45) AS b, CEILING(123.45) AS c, CEILING(-123.45) AS d',
    expected: [['123', '-124', '124', '-123']],
    sqlTypes: ['decimal(5,0)', 'decimal(5,0)', 'decimal(5,0)', 'decimal(5,0)'],
    source: tsqlPage('functions/floor'),
  },
  {
    construct: 'NULLIF guards a division',
    tsql: 'SELECT 1 / NULLIF(d.a, 0) AS x FROM (VALUES (0), (2)) AS d (a) ORDER BY d.a',
    expected: [[null], [0]],
    sqlTypes: ['int'],
    source: tsqlPage('language-elements/nullif'),
  },
];
