import { type GoldenCase, tsqlPage } from './golden-case.ts';

const comparison = tsqlPage('language-elements/string-comparison-assignment');

export const TEXT_CASES: readonly GoldenCase[] = [
  {
    construct: 'LEN leaves out trailing blanks',
    tsql: "SELECT LEN('Test of 22 characters ') AS a, LEN('  a') AS b, LEN(N'Sánchez') AS c, LEN('') AS d",
    expected: [[21, 3, 7, 0]],
    sqlTypes: ['int', 'int', 'int', 'int'],
    source: tsqlPage('functions/len'),
  },
  {
    construct: 'SUBSTRING',
    tsql:
      "SELECT SUBSTRING('abcdef', 2, 3) AS a, SUBSTRING('abcdef', 0, 3) AS b, SUBSTRING('abcdef', -1, 3) AS c, " +
      "SUBSTRING('abcdef', 5, 9) AS d, SUBSTRING('abcdef', 9, 2) AS e",
    expected: [['bcd', 'ab', 'a', 'ef', '']],
    sqlTypes: ['varchar(6)', 'varchar(6)', 'varchar(6)', 'varchar(6)', 'varchar(6)'],
    source: tsqlPage('functions/substring'),
  },
  {
    construct: 'LEFT and RIGHT',
    tsql: "SELECT LEFT('abcdefg', 2) AS a, RIGHT('abcdefg', 2) AS b, LEFT('ab', 9) AS c",
    expected: [['ab', 'fg', 'ab']],
    sqlTypes: ['varchar(7)', 'varchar(7)', 'varchar(2)'],
    source: tsqlPage('functions/left'),
  },
  {
    construct: 'TRIM, LTRIM and RTRIM',
    tsql: "SELECT TRIM('     test    ') AS a, LTRIM('  b ') AS b, RTRIM(' c  ') AS c",
    expected: [['test', 'b ', ' c']],
    sqlTypes: ['varchar(13)', 'varchar(4)', 'varchar(4)'],
    source: tsqlPage('functions/trim'),
  },
  {
    construct: 'UPPER, LOWER and REPLACE',
    tsql: "SELECT UPPER('Abc') AS a, LOWER(N'ÀBC') AS b, REPLACE('abcdefghicde', 'cde', 'xxx') AS c",
    expected: [['ABC', 'àbc', 'abxxxfghixxx']],
    sqlTypes: ['varchar(3)', 'nvarchar(3)', 'varchar(8000)'],
    source: tsqlPage('functions/replace'),
  },
  {
    construct: 'CONCAT',
    tsql: "SELECT CONCAT('Happy ', 'Birthday ', 11, '/', '25') AS a, CONCAT('Name', NULL, 'Lastname') AS b",
    expected: [['Happy Birthday 11/25', 'NameLastname']],
    sqlTypes: ['varchar(58)', 'varchar(13)'],
    source: tsqlPage('functions/concat'),
  },
  {
    construct: '+ of texts',
    tsql: "SELECT 'a' + N'b' AS a, 'a' + NULL AS b",
    expected: [['ab', null]],
    sqlTypes: ['nvarchar(2)', 'varchar(1)'],
    source: tsqlPage('language-elements/string-concatenation'),
  },
  {
    construct: 'trailing blanks do not count in a comparison',
    tsql: "SELECT IIF('abc' = 'abc  ', 1, 0) AS a, IIF('abc' = ' abc', 1, 0) AS b, IIF(@t IN ('x '), 1, 0) AS c",
    parameters: { t: { sqlType: 'nvarchar(10)', value: 'x  ' } },
    expected: [[1, 0, 1]],
    sqlTypes: ['int', 'int', 'int'],
    source: comparison,
  },
  {
    construct: 'text is compared by its code points under a binary collation',
    tsql: "SELECT d.t AS t FROM (VALUES (N'b'), (N'A'), (N'a'), (N'é')) AS d (t) WHERE d.t <> 'B' ORDER BY d.t",
    expected: [['A'], ['a'], ['b'], ['é']],
    sqlTypes: ['nvarchar(1)'],
    source:
      'https://learn.microsoft.com/en-us/sql/relational-databases/collations/collation-and-unicode-support',
  },
  {
    construct: 'LIKE',
    tsql:
      "SELECT IIF('50% off' LIKE '50!% %' ESCAPE '!', 1, 0) AS a, IIF('abc' LIKE 'a_c', 1, 0) AS b, " +
      "IIF('abc' NOT LIKE 'A%', 1, 0) AS c, IIF('a\\c' LIKE 'a\\%', 1, 0) AS d, IIF(N'dé' LIKE @p, 1, 0) AS e",
    parameters: { p: { sqlType: 'nvarchar(10)', value: 'd_' } },
    expected: [[1, 1, 1, 1, 1]],
    sqlTypes: ['int', 'int', 'int', 'int', 'int'],
    source: tsqlPage('language-elements/like'),
  },
  {
    construct: 'STRING_AGG in a stated order leaves out NULL',
    tsql:
      "SELECT d.town AS town, STRING_AGG(d.mail, ';') WITHIN GROUP (ORDER BY d.mail ASC) AS mails " +
      "FROM (VALUES ('Seattle', 'syed0'), ('Seattle', 'catherine0'), ('LA', 'sam1'), ('Seattle', NULL), " +
      "('LA', 'hazem0')) AS d (town, mail) GROUP BY d.town ORDER BY d.town DESC",
    expected: [
      ['Seattle', 'catherine0;syed0'],
      ['LA', 'hazem0;sam1'],
    ],
    sqlTypes: ['varchar(7)', 'varchar(8000)'],
    source: tsqlPage('functions/string-agg'),
  },
  {
    construct: 'STRING_SPLIT',
    tsql: "SELECT s.value AS v FROM STRING_SPLIT('clothing,road,,touring,bike', ',') AS s WHERE RTRIM(s.value) <> '' ORDER BY v",
    expected: [['bike'], ['clothing'], ['road'], ['touring']],
    sqlTypes: ['varchar(27)'],
    source: tsqlPage('functions/string-split'),
  },
];
