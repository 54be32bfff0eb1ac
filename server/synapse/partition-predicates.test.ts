import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TYPES } from 'tedious';
import { withPartitions } from './partition-predicates.ts';

const day = (name: string, text: string) => ({
  name,
  type: TYPES.Date,
  value: new Date(`${text}T00:00:00Z`),
});
const november = [day('from', '2026-11-01'), day('to', '2026-11-30')];
const overNewYear = [day('from', '2025-11-20'), day('to', '2026-02-01')];
const READ = 'SELECT 1 AS one FROM gold.store_day AS d WHERE';
const NOVEMBER = '(d.year = 2026 AND d.month BETWEEN 11 AND 11)';

test('the days of a month lie in one folder', () => {
  assert.equal(
    withPartitions(`${READ} d.business_date BETWEEN @from AND @to GROUP BY d.store_id`, november),
    `${READ} (d.business_date BETWEEN @from AND @to AND ${NOVEMBER}) GROUP BY d.store_id`,
  );
  assert.equal(
    withPartitions(`${READ} d.store_id = 'a' AND d.business_date = @from`, november),
    `${READ} d.store_id = 'a' AND (d.business_date = @from AND ${NOVEMBER})`,
  );
});

test('days over the end of a year lie in folders of two years, each with its own months', () => {
  assert.equal(
    withPartitions(`${READ} d.business_date BETWEEN @from AND @to`, overNewYear),
    `${READ} (d.business_date BETWEEN @from AND @to AND (d.year = 2025 AND d.month BETWEEN 11 AND 12 OR d.year = 2026 AND d.month BETWEEN 1 AND 2))`,
  );
});

test('a choice of days lies in the folders of all of them, whatever else each asks for', () => {
  const parameters = [...november, day('b0From', '2025-11-02'), day('b0To', '2025-12-01')];
  const choice =
    "((p.part = 'x' AND d.business_date BETWEEN @from AND @to) OR (d.business_date BETWEEN @b0From AND @b0To))";
  assert.equal(
    withPartitions(
      `SELECT 1 AS one FROM gold.store_day AS d JOIN parts AS p ON ${choice} WHERE 1 = 1`,
      parameters,
    ),
    `SELECT 1 AS one FROM gold.store_day AS d JOIN parts AS p ON (${choice} AND (d.year = 2025 AND d.month BETWEEN 11 AND 12 OR d.year = 2026 AND d.month BETWEEN 11 AND 11)) WHERE 1 = 1`,
  );
});

test('nothing is added where days are one choice among others, or no folder is named by them', () => {
  const untouched = [
    `${READ} (d.business_date BETWEEN @from AND @to OR d.net_sales > 0)`,
    `${READ} (d.business_date BETWEEN @from AND @to OR t.business_date BETWEEN @from AND @to)`,
    `${READ} (DATEDIFF(day, d.business_date, @from)) > 3`,
    `${READ} d.business_date BETWEEN @from AND @missing`,
    'SELECT SUM(CASE WHEN d.business_date BETWEEN @from AND @to THEN 1 END) AS some FROM gold.store_day AS d',
    'SELECT 1 AS one FROM gold.targets AS d WHERE d.business_date BETWEEN @from AND @to',
    'SELECT 1 AS one FROM gold.targets AS d JOIN (SELECT 1 AS two FROM gold.store_day AS d) AS x ON 1 = 1 WHERE d.business_date BETWEEN @from AND @to',
  ];
  for (const sql of untouched) assert.equal(withPartitions(sql, november), sql);
});
