import 'server-only';
import { z } from 'zod';
import type { SupplierMonth } from '#lib/supplier-scorecard.ts';
import { countColumn, dateColumn, estimateColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { periodParameter, textParameter } from '../parameters.ts';

/** How one supplier did, by the month in which lines for stores of the scope were promised. */
export const listSupplierMonths = goldQuery({
  name: 'suppliers.list-supplier-months',
  params: z.strictObject({ supplierId: textParameter(16), period: periodParameter() }),
  sql: `
    SELECT
      DATEFROMPARTS(DATEPART(year, l.promised_on), DATEPART(month, l.promised_on), 1) AS month,
      COUNT(*) AS linesDue,
      SUM(CASE WHEN l.on_time_units >= l.ordered_units THEN 1 ELSE 0 END) AS otifLines,
      SUM(CAST(l.ordered_units AS bigint)) AS orderedUnits,
      SUM(CAST(l.received_units AS bigint)) AS receivedUnits,
      AVG(CAST(l.lead_days AS decimal(18,4))) AS leadMean
    FROM gold.supplier_lines AS l
    WHERE inScope(l.store_id)
      AND l.supplier_id = @supplierId
      AND l.promised_on BETWEEN @periodFrom AND @periodTo
    GROUP BY DATEFROMPARTS(DATEPART(year, l.promised_on), DATEPART(month, l.promised_on), 1)
    ORDER BY DATEFROMPARTS(DATEPART(year, l.promised_on), DATEPART(month, l.promised_on), 1)`,
  row: z.object({
    month: dateColumn(),
    linesDue: countColumn(),
    otifLines: countColumn(),
    orderedUnits: countColumn(),
    receivedUnits: countColumn(),
    leadMean: estimateColumn().nullable(),
  }) satisfies z.ZodType<SupplierMonth>,
});
