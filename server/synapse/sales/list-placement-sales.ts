import 'server-only';
import { z } from 'zod';
import type { PlacementSales } from '#lib/placement-sales.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { periodParameter } from '../parameters.ts';
import { NARROWING } from './sales-by.ts';
import { LINE_SOURCES } from './sales-source.ts';

const [, LINES] = LINE_SOURCES;

/**
 * What products sold where and while they were in the mailer or on display, by place, highest net sales first. A product
 * in two places of a store at once counts in both, so the rows do not add up to the sales of the period.
 */
export const listPlacementSales = goldQuery({
  name: 'sales.list-placement-sales',
  params: z.strictObject({ period: periodParameter(), ...NARROWING }),
  sql: `
    SELECT
      l.mailer_location AS mailer,
      l.display_location AS display,
      COUNT(DISTINCT d.product_id) AS products,
      CAST(SUM(CAST(d.units AS bigint)) AS bigint) AS units,
      CAST(SUM(d.gross_sales) * 100 AS bigint) AS grossSales,
      CAST(SUM(d.discounts) * 100 AS bigint) AS discounts,
      CAST(SUM(d.net_sales) * 100 AS bigint) AS netSales
    FROM ${LINES?.from}
    INNER JOIN gold.placements AS l ON l.store_id = d.store_id AND l.product_id = d.product_id
      AND d.business_date BETWEEN l.from_date AND l.to_date
    WHERE inScope(d.store_id)
      AND inScope(l.store_id)
      AND ${LINES?.narrowed}
      AND d.business_date BETWEEN @periodFrom AND @periodTo
    GROUP BY l.mailer_location, l.display_location
    ORDER BY netSales DESC, mailer, display`,
  row: z.object({
    mailer: textColumn(),
    display: textColumn(),
    products: countColumn(),
    units: countColumn(),
    grossSales: moneyColumn(),
    discounts: moneyColumn(),
    netSales: moneyColumn(),
  }) satisfies z.ZodType<PlacementSales>,
});
