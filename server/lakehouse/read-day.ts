import { DuckDBInstance } from '@duckdb/node-api';
import { type BusinessDate, businessDate } from '#lib/business-date.ts';
import type { Channel, Ticket } from '#lib/pos-event.ts';
import { transactionLines } from '#server/gold/tables/silver.ts';
import { currentBuild } from './lake-folders.ts';
import { readTableSql } from './parquet-view.ts';
import { literal } from './sql-text.ts';

/**
 * The tickets of one closed day in the order they happened, to be played as today's. `usual` is the last closed
 * day with today's weekday (today = last closed day + 1), else the last closed day. Empty where nothing was sold.
 * @throws NoLakeError
 */
export async function readTemplateDay(lakeRoot: string, day: BusinessDate | 'usual'): Promise<Ticket[]> {
  const lines = readTableSql(transactionLines, currentBuild(lakeRoot));
  const chosen = day === 'usual' ? usualDay(lines) : `CAST(${literal(day)} AS date)`;
  const duck = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await duck.connect();
  try {
    const reader = await connection.runAndReadAll(
      `SELECT transaction_id AS "transactionId", store_id AS "storeId",
        CAST(business_date AS varchar) AS "businessDate", min(channel) AS channel,
        strftime(min(event_time), '%Y-%m-%dT%H:%M:%S') AS "eventTime",
        CAST(to_json(list({
          productId: product_id, quantity: quantity, netAmount: CAST(CAST(net_amount * 100 AS bigint) AS varchar),
          unitPrice: CAST(CAST(unit_price * 100 AS bigint) AS varchar)
        } ORDER BY line_number)) AS varchar) AS lines
      FROM (${lines}) WHERE business_date = (${chosen})
      GROUP BY transaction_id, store_id, business_date
      ORDER BY "eventTime", transaction_id, store_id`,
    );
    return (reader.getRowObjectsJson() as unknown as Record<Exclude<keyof Ticket, 'kind'>, string>[]).map(
      (ticket) => ({
        ...ticket,
        businessDate: businessDate(ticket.businessDate),
        channel: ticket.channel as Channel,
        lines: JSON.parse(ticket.lines) as Ticket['lines'],
      }),
    );
  } finally {
    connection.closeSync();
    duck.closeSync();
  }
}

function usualDay(lines: string): string {
  return `SELECT coalesce(
      max(business_date) FILTER (isodow(business_date) = isodow(last_closed + INTERVAL 1 DAY)), any_value(last_closed))
    FROM (SELECT DISTINCT business_date, max(business_date) OVER () AS last_closed FROM (${lines}))`;
}
