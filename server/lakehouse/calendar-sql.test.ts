import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { businessDate } from '#lib/business-date.ts';
import { calendarSql } from './calendar-sql.ts';

const QUARTERS = { '454': [4, 5, 4], '445': [4, 4, 5] };
const year = (quarter: readonly number[]) => [quarter, quarter, quarter, quarter].flat();
/** The 53rd week is one more of the last period. */
const long = (periods: readonly number[]) => periods.with(-1, (periods.at(-1) ?? 0) + 1);

test('years begin and end as the NRF published, and each pattern cuts them into its periods', async () => {
  const duck = await DuckDBInstance.create(':memory:');
  const connection = await duck.connect();
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
  try {
    await connection.run(
      `CREATE VIEW calendar AS ${calendarSql(businessDate('2025-01-01'), businessDate('2025-06-30'))}`,
    );
    assert.deepEqual(
      await ask(`SELECT fiscal_year AS year, CAST(min(business_date) AS varchar) AS first, CAST(max(business_date) AS varchar) AS last,
        CAST(max(fiscal_week) AS int) AS weeks FROM calendar WHERE fiscal_year IN (2023, 2024, 2025) GROUP BY 1 ORDER BY 1`),
      [
        { year: 2023, first: '2023-01-29', last: '2024-02-03', weeks: 53 },
        { year: 2024, first: '2024-02-04', last: '2025-02-01', weeks: 52 },
        { year: 2025, first: '2025-02-02', last: '2026-01-31', weeks: 52 },
      ],
    );
    const weeks = async (period: string, fiscalYear: number) =>
      (
        await ask(`SELECT CAST(count(*) AS int) / 7 AS weeks FROM calendar WHERE fiscal_year = ${fiscalYear}
          GROUP BY ${period} ORDER BY ${period}`)
      ).map((row) => row['weeks']);
    const patterns = {
      fiscal_period: year(QUARTERS['454']),
      fiscal_period_445: year(QUARTERS['445']),
      fiscal_period_13: Array(13).fill(4),
    };
    for (const [period, periods] of Object.entries(patterns)) {
      assert.deepEqual(await weeks(period, 2023), long(periods), `${period} of a year of 53 weeks`);
      assert.deepEqual(await weeks(period, 2024), periods, period);
    }
    // The ninth week is still in the long second period of 4-5-4, and the first of the third in both others.
    assert.deepEqual(
      await ask(`SELECT fiscal_week, fiscal_period, fiscal_period_445, fiscal_period_13 FROM calendar
        WHERE business_date = DATE '2024-03-31'`),
      [{ fiscal_week: 9, fiscal_period: 2, fiscal_period_445: 3, fiscal_period_13: 3 }],
    );
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
});
