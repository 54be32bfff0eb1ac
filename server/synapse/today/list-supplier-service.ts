import 'server-only';
import { z } from 'zod';
import type { SupplierService } from '#lib/chain-readings.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { openGoldQuery } from '../gold-query.ts';

/** How every supplier kept what it promised, and what one unit of its products sells for on average. */
export const listSupplierService = openGoldQuery({
  name: 'today.list-supplier-service',
  params: z.strictObject({}),
  everyoneBecause: 'It holds no figure of a store; who is told of it is decided by the rule of the alert',
  sql: `
    WITH priced AS (
      SELECT p.supplier_id AS supplier_id, AVG(p.regular_price) AS unit_price
      FROM gold.products AS p
      GROUP BY p.supplier_id
    )
    SELECT
      v.supplier_id AS supplierId,
      v.supplier_name AS supplierName,
      v.lines_due AS linesDue,
      v.lines_on_time_in_full AS linesOnTimeInFull,
      v.ordered_units - v.units_on_time AS lateUnits,
      CAST(ISNULL(priced.unit_price, 0) * 100 AS bigint) AS unitPrice
    FROM gold.supplier_performance AS v
    LEFT JOIN priced ON priced.supplier_id = v.supplier_id
    ORDER BY v.supplier_id`,
  row: z.object({
    supplierId: textColumn(),
    supplierName: textColumn(),
    linesDue: countColumn(),
    linesOnTimeInFull: countColumn(),
    lateUnits: countColumn(),
    unitPrice: moneyColumn().transform(Number),
  }) satisfies z.ZodType<SupplierService>,
});
