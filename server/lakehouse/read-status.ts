import { DuckDBInstance } from '@duckdb/node-api';
import { type BusinessDate, businessDate } from '#lib/business-date.ts';
import { lakeStatus } from '#server/gold/tables/gold.ts';
import { currentBuild } from './lake-folders.ts';
import { readTableSql } from './parquet-view.ts';

export interface LakeStatus {
  readonly buildId: string;
  readonly sourceName: string;
  readonly firstDate: BusinessDate;
  /** The business clock: today is the day after this one. */
  readonly lastClosedDate: BusinessDate;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** UTC, ISO 8601 with milliseconds. */
  readonly loadedAt: string;
}

/** @throws NoLakeError */
export async function readLakeStatus(lakeRoot: string): Promise<LakeStatus> {
  const build = currentBuild(lakeRoot);
  const duck = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await duck.connect();
  try {
    const reader = await connection.runAndReadAll(
      `SELECT build_id, source_name, CAST(first_date AS varchar), CAST(last_closed_date AS varchar), currency,
        time_zone, strftime(loaded_at, '%Y-%m-%dT%H:%M:%S.%gZ')
      FROM (${readTableSql(lakeStatus, build)})`,
    );
    const [buildId, sourceName, first, last, currency, timeZone, loadedAt] = (reader.getRows()[0] ?? []).map(
      String,
    ) as [string, string, string, string, string, string, string];
    return {
      buildId,
      sourceName,
      firstDate: businessDate(first),
      lastClosedDate: businessDate(last),
      currency,
      timeZone,
      loadedAt,
    };
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
}
