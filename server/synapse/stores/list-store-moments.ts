import 'server-only';
import { z } from 'zod';
import type { StoreMoments } from '#lib/store-benchmarks.ts';
import { countColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { periodParameter } from '../parameters.ts';

/**
 * Sums of squares and products over the days of each store of the scope, by which it is told how surely its rates are
 * known. Amounts are whole units of money: what is cut off is far below the scatter of days.
 */
export const listStoreMoments = goldQuery({
  name: 'stores.list-store-moments',
  params: z.strictObject({ period: periodParameter() }),
  sql: `
    SELECT
      o.store_id AS storeId,
      CAST(COUNT(*) AS bigint) AS days,
      CAST(SUM(o.net_sales) AS bigint) AS net,
      CAST(SUM(o.net_sales * o.net_sales) AS bigint) AS netNet,
      CAST(SUM(CAST(o.transactions AS bigint)) AS bigint) AS tickets,
      CAST(SUM(CAST(o.transactions AS bigint) * o.transactions) AS bigint) AS ticketsTickets,
      CAST(SUM(o.net_sales * o.transactions) AS bigint) AS netTickets,
      CAST(SUM(CAST(o.units AS bigint)) AS bigint) AS units,
      CAST(SUM(CAST(o.units AS bigint) * o.units) AS bigint) AS unitsUnits,
      CAST(SUM(CAST(o.units AS bigint) * o.transactions) AS bigint) AS unitsTickets,
      CAST(SUM(CASE WHEN o.visits IS NULL THEN 0 ELSE 1 END) AS bigint) AS countedDays,
      CAST(SUM(CAST(ISNULL(o.visits, 0) AS bigint)) AS bigint) AS visits,
      CAST(SUM(CAST(ISNULL(o.visits, 0) AS bigint) * ISNULL(o.visits, 0)) AS bigint) AS visitsVisits,
      CAST(SUM(CASE WHEN o.visits IS NULL THEN 0 ELSE CAST(o.counter_transactions AS bigint) END) AS bigint) AS counted,
      CAST(SUM(CASE WHEN o.visits IS NULL THEN 0 ELSE CAST(o.counter_transactions AS bigint) * o.counter_transactions END) AS bigint) AS countedCounted,
      CAST(SUM(CAST(o.counter_transactions AS bigint) * ISNULL(o.visits, 0)) AS bigint) AS countedVisits,
      CAST(SUM(CASE WHEN o.labour_hours IS NULL THEN 0 ELSE 1 END) AS bigint) AS staffedDays,
      CAST(SUM(CASE WHEN o.labour_hours IS NULL THEN 0 ELSE o.net_sales END) AS bigint) AS staffedNet,
      CAST(SUM(CASE WHEN o.labour_hours IS NULL THEN 0 ELSE o.net_sales * o.net_sales END) AS bigint) AS staffedNetNet,
      CAST(SUM(ISNULL(o.labour_hours, 0)) AS bigint) AS hours,
      CAST(SUM(ISNULL(o.labour_hours, 0) * ISNULL(o.labour_hours, 0)) AS bigint) AS hoursHours,
      CAST(SUM(o.net_sales * ISNULL(o.labour_hours, 0)) AS bigint) AS netHours,
      CAST(SUM(CASE WHEN o.shrink_cost IS NULL THEN 0 ELSE 1 END) AS bigint) AS stockedDays,
      CAST(SUM(ISNULL(o.shrink_cost, 0)) AS bigint) AS missing,
      CAST(SUM(ISNULL(o.shrink_cost, 0) * ISNULL(o.shrink_cost, 0)) AS bigint) AS missingMissing,
      CAST(SUM(o.net_sales * ISNULL(o.shrink_cost, 0)) AS bigint) AS netMissing
    FROM gold.store_operations AS o
    WHERE inScope(o.store_id)
      AND o.business_date BETWEEN @periodFrom AND @periodTo
      AND o.transactions > 0
    GROUP BY o.store_id
    ORDER BY o.store_id`,
  row: z.object({
    storeId: textColumn(),
    days: countColumn(),
    net: countColumn(),
    netNet: countColumn(),
    tickets: countColumn(),
    ticketsTickets: countColumn(),
    netTickets: countColumn(),
    units: countColumn(),
    unitsUnits: countColumn(),
    unitsTickets: countColumn(),
    countedDays: countColumn(),
    visits: countColumn(),
    visitsVisits: countColumn(),
    counted: countColumn(),
    countedCounted: countColumn(),
    countedVisits: countColumn(),
    staffedDays: countColumn(),
    staffedNet: countColumn(),
    staffedNetNet: countColumn(),
    hours: countColumn(),
    hoursHours: countColumn(),
    netHours: countColumn(),
    stockedDays: countColumn(),
    missing: countColumn(),
    missingMissing: countColumn(),
    netMissing: countColumn(),
  }) satisfies z.ZodType<StoreMoments>,
});
