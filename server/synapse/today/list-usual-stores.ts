import 'server-only';
import { z } from 'zod';
import type { UsualStore } from '#lib/comparable-day.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { periodParameter } from '../parameters.ts';

/** Stores that traded on the days of the period with the weekday of its last one, and are not closed a week after it. */
export const listUsualStores = goldQuery({
  name: 'today.list-usual-stores',
  params: z.strictObject({ period: periodParameter() }),
  sql: `
    WITH traded AS (
      SELECT
        h.store_id AS store_id,
        SUM(h.net_sales) AS net_sales,
        SUM(CAST(h.transactions AS bigint)) AS transactions,
        COUNT(DISTINCT h.business_date) AS days
      FROM gold.sales_hourly AS h
      WHERE inScope(h.store_id)
        AND h.business_date BETWEEN @periodFrom AND @periodTo
        AND DATEDIFF(day, h.business_date, CAST(@periodTo AS date)) % 7 = 0
      GROUP BY h.store_id
    )
    SELECT
      traded.store_id AS storeId,
      t.store_name AS storeName,
      CAST(traded.net_sales * 100 AS bigint) AS netSales,
      CAST(traded.transactions AS bigint) AS transactions,
      CAST(traded.days AS int) AS days
    FROM traded
    INNER JOIN gold.stores AS t ON t.store_id = traded.store_id
    WHERE (t.closed_on IS NULL OR t.closed_on > DATEADD(day, 7, CAST(@periodTo AS date)))
    ORDER BY traded.net_sales DESC, traded.store_id`,
  row: z.object({
    storeId: textColumn(),
    storeName: textColumn(),
    netSales: moneyColumn(),
    transactions: countColumn(),
    days: countColumn(),
  }) satisfies z.ZodType<UsualStore>,
});
