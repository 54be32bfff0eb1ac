import 'server-only';
import { z } from 'zod';
import type { StoreFigures } from '#lib/store-figures.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { daysParameter } from '../parameters.ts';

export interface StoreFiguresOfPart extends StoreFigures {
  readonly part: 'period' | 'basis';
}

/** What every store of the scope did in a period and in its basis: a row for each it has a record in. */
export const listStoreFigures = goldQuery({
  name: 'stores.list-store-figures',
  params: z.strictObject({ period: daysParameter(), basis: daysParameter() }),
  sql: `
    SELECT
      p.part AS part,
      o.store_id AS storeId,
      CAST(SUM(o.net_sales) * 100 AS bigint) AS netSales,
      CAST(SUM(o.gross_sales) * 100 AS bigint) AS grossSales,
      CAST(SUM(o.returns) * 100 AS bigint) AS returns,
      CAST(SUM(CAST(o.transactions AS bigint)) AS bigint) AS transactions,
      CAST(SUM(CAST(o.units AS bigint)) AS bigint) AS units,
      CAST(SUM(CASE WHEN o.transactions > 0 THEN 1 ELSE 0 END) AS bigint) AS tradingDays,
      CAST(SUM(CASE WHEN o.cogs IS NULL THEN 0 ELSE o.net_sales END) * 100 AS bigint) AS costedNetSales,
      CAST(SUM(ISNULL(o.cogs, 0)) * 100 AS bigint) AS cogs,
      CAST(SUM(o.counter_net_sales) * 100 AS bigint) AS counterNetSales,
      CAST(SUM(CAST(ISNULL(o.visits, 0) AS bigint)) AS bigint) AS visits,
      CAST(SUM(CASE WHEN o.visits IS NULL THEN 0 ELSE o.counter_net_sales END) * 100 AS bigint) AS countedNetSales,
      CAST(SUM(CASE WHEN o.visits IS NULL THEN 0 ELSE CAST(o.counter_transactions AS bigint) END) AS bigint) AS countedTransactions,
      CAST(SUM(CASE WHEN o.visits IS NULL THEN 0 ELSE CAST(o.counter_units AS bigint) END) AS bigint) AS countedUnits,
      CAST(SUM(ISNULL(o.labour_hours, 0)) * 100 AS bigint) AS labourHundredths,
      CAST(SUM(CASE WHEN o.labour_hours IS NULL THEN 0 ELSE o.net_sales END) * 100 AS bigint) AS staffedNetSales,
      CAST(SUM(CASE WHEN o.labour_hours IS NULL OR o.planned_hours IS NULL THEN 0 ELSE o.planned_hours END) * 100 AS bigint) AS plannedHundredths,
      CAST(SUM(CASE WHEN o.labour_hours IS NULL OR o.planned_hours IS NULL THEN 0 ELSE o.labour_hours END) * 100 AS bigint) AS workedOfPlannedHundredths,
      CAST(SUM(ISNULL(o.net_sales_target, 0)) * 100 AS bigint) AS target,
      CAST(SUM(CASE WHEN o.net_sales_target IS NULL THEN 0 ELSE o.net_sales END) * 100 AS bigint) AS targetedNetSales,
      CAST(SUM(ISNULL(o.shrink_cost, 0)) * 100 AS bigint) AS shrinkCost,
      CAST(SUM(CASE WHEN o.shrink_cost IS NULL THEN 0 ELSE o.net_sales END) * 100 AS bigint) AS stockedNetSales
    FROM gold.store_operations AS o
    INNER JOIN (SELECT 'period' AS part UNION ALL SELECT 'basis' AS part) AS p ON (
      (p.part = 'period' AND inDays(o.business_date, period))
      OR (p.part = 'basis' AND inDays(o.business_date, basis))
    )
    WHERE inScope(o.store_id)
    GROUP BY p.part, o.store_id
    ORDER BY p.part, o.store_id`,
  row: z.object({
    part: z.enum(['period', 'basis']),
    storeId: textColumn(),
    netSales: moneyColumn(),
    grossSales: moneyColumn(),
    returns: moneyColumn(),
    transactions: countColumn(),
    units: countColumn(),
    tradingDays: countColumn(),
    costedNetSales: moneyColumn(),
    cogs: moneyColumn(),
    counterNetSales: moneyColumn(),
    visits: countColumn(),
    countedNetSales: moneyColumn(),
    countedTransactions: countColumn(),
    countedUnits: countColumn(),
    labourHundredths: countColumn(),
    staffedNetSales: moneyColumn(),
    plannedHundredths: countColumn(),
    workedOfPlannedHundredths: countColumn(),
    target: moneyColumn(),
    targetedNetSales: moneyColumn(),
    shrinkCost: moneyColumn(),
    stockedNetSales: moneyColumn(),
  }) satisfies z.ZodType<StoreFiguresOfPart>,
});
