import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checkTravels } from './check-travels.ts';

const QUESTIONS = new URL('../../synapse/', import.meta.url);
const MODELS = new URL('../../gold/models/', import.meta.url);

describe('Every gold model keeps to the T-SQL that travels', () => {
  const models = readdirSync(MODELS).filter((name) => name.endsWith('.sql'));
  test('there are models to look at', () => assert.ok(models.length > 0));
  for (const name of models)
    test(name, () => assert.deepEqual(checkTravels(readFileSync(new URL(name, MODELS), 'utf8'), 'view'), []));
});

describe('Every question keeps to the T-SQL that travels', () => {
  const texts = readdirSync(QUESTIONS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => {
      const source = readFileSync(new URL(name, QUESTIONS), 'utf8');
      return [...source.matchAll(/^ {2}sql: `([^`]+)`/gm)].map(([, sql = '']) => ({ name, sql }));
    })
    // A text that code puts together is no text yet; the local endpoint refuses what does not travel when it is asked.
    .filter(({ sql }) => !sql.includes('${'));
  test('there are questions to look at', () => assert.ok(texts.length > 4));
  for (const { name, sql } of texts)
    test(name, () =>
      assert.deepEqual(
        checkTravels(
          sql
            .replaceAll(/\binScope\(([\w.]+)\)/g, '$1 IN (@store)')
            .replaceAll(/\binDays\(([\w.]+), (\w+)\)/g, '$1 BETWEEN @$20From AND @$20To'),
        ),
        [],
      ),
    );
});

const stores = 'FROM gold.stores AS s';
const NOT_TRAVELLING: Readonly<Record<string, string>> = {
  'GROUPING SETS': `SELECT s.region AS r ${stores}\nGROUP BY GROUPING SETS ((s.region), ())`,
  ROLLUP: `SELECT s.region AS r ${stores}\nGROUP BY ROLLUP (s.region)`,
  PIVOT: `SELECT p.a AS a ${stores}\nPIVOT (COUNT(region) FOR format IN ([a])) AS p`,
  'TOP WITH TIES': `SELECT\nTOP (5) WITH TIES s.region AS r ${stores} ORDER BY s.region`,
  PERCENTILE_CONT: `SELECT\nPERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY s.region) OVER () AS p ${stores}`,
  FORMAT: 'SELECT\nFORMAT(1, N) AS f',
  'the WINDOW clause': `SELECT COUNT(*) OVER w AS n ${stores}\nWINDOW w AS (ORDER BY s.region)`,
  'IS DISTINCT FROM': `SELECT s.region AS r ${stores} WHERE s.region\nIS NOT DISTINCT FROM 'a'`,
  '||': `SELECT s.region\n|| 'a' AS r ${stores}`,
  '::': `SELECT s.region\n::int AS r ${stores}`,
  LIMIT: `SELECT s.region AS r ${stores}\nLIMIT 5`,
  'a boolean literal': 'SELECT 1 AS a WHERE 1 =\nTRUE',
  'SELECT *': `\nSELECT * ${stores}`,
  'ORDER BY in a derived table without TOP or OFFSET': `SELECT d.r AS r FROM (SELECT s.region AS r ${stores}\nORDER BY s.region) AS d`,
  'ORDER BY in a view': `SELECT s.region AS r ${stores}\nORDER BY s.region`,
  "Invalid column name 'r'.": `SELECT s.region AS r ${stores} GROUP BY\nr`,
  'DATEDIFF(week)':
    "SELECT 1 AS a,\nDATEDIFF(week, d.t, d.t) AS w FROM (VALUES (CAST('2010-12-01' AS date))) AS d (t)",
};

describe('What does not travel is named with its line', () => {
  for (const [construct, tsql] of Object.entries(NOT_TRAVELLING))
    test(construct, () => {
      const found = checkTravels(tsql, 'view');
      assert.ok(found.includes(`${construct} (line 2)`), found.join('; '));
    });

  test('a column without a name', () =>
    assert.deepEqual(checkTravels('SELECT 1'), ['a column without a name']));
  test('each of several constructs', () => {
    const found = checkTravels("SELECT TRUE AS a, 'x' || 'y' AS b");
    assert.deepEqual(found.slice(0, 2), ['a boolean literal (line 1)', '|| (line 1)']);
  });
  test('but not what a text, a comment or a name says', () => {
    const tsql =
      "SELECT COUNT(*) AS [LIMIT 5], 2 * 3 AS b /* PIVOT (a || b) */ FROM gold.stores AS s WHERE s.region = 'a::b LIMIT 5'";
    assert.deepEqual(checkTravels(tsql, 'view'), []);
  });
  test('and a question may be sorted', () => {
    assert.deepEqual(checkTravels('SELECT s.region AS r FROM gold.stores AS s ORDER BY s.region'), []);
  });
});
