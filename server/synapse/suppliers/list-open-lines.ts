import 'server-only';
import { z } from 'zod';
import type { OpenLine } from '#lib/supplier-scorecard.ts';
import { countColumn, dateColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { textParameter } from '../parameters.ts';

/** Lines of one supplier for stores of the scope of which more is expected, the longest overdue first. */
export const listOpenLines = goldQuery({
  name: 'suppliers.list-open-lines',
  params: z.strictObject({ supplierId: textParameter(16) }),
  sql: `
    SELECT TOP (1000)
      CONCAT(l.order_number, '/', CAST(l.line_number AS varchar(12))) AS line,
      l.order_number AS orderNumber,
      l.store_id AS storeId,
      p.product_name AS productName,
      l.ordered_on AS orderedOn,
      l.promised_on AS promisedOn,
      CASE WHEN l.promised_on < b.last_closed_date THEN DATEDIFF(day, l.promised_on, b.last_closed_date) END AS daysOverdue,
      l.ordered_units AS orderedUnits,
      l.ordered_units - l.received_units AS missingUnits
    FROM gold.supplier_lines AS l
    INNER JOIN gold.products AS p ON p.product_id = l.product_id
    CROSS JOIN gold.lake_status AS b
    WHERE inScope(l.store_id)
      AND l.supplier_id = @supplierId
      AND l.is_open = 1
    ORDER BY l.promised_on, l.order_number, l.line_number`,
  row: z.object({
    line: textColumn(),
    orderNumber: textColumn(),
    storeId: textColumn(),
    productName: textColumn(),
    orderedOn: dateColumn(),
    promisedOn: dateColumn(),
    daysOverdue: countColumn().nullable(),
    orderedUnits: countColumn(),
    missingUnits: countColumn(),
  }) satisfies z.ZodType<OpenLine>,
});
