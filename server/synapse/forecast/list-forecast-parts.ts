import 'server-only';
import { z } from 'zod';
import type { ForecastPart } from '#lib/demand-forecast.ts';
import { countColumn, estimateColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { textParameter } from '../parameters.ts';

const params = z.strictObject({ category: textParameter(100) });
const row = z.object({
  id: textColumn(),
  name: textColumn(),
  region: textColumn().nullable(),
  expected: estimateColumn(),
  sold: countColumn(),
  available: countColumn(),
  orderUnits: countColumn(),
}) satisfies z.ZodType<ForecastPart>;

/**
 * What is expected of each part in the 30 days ahead, beside what it sold in the last 28, has and should order; most
 * expected first. Of one category where one is named.
 */
const parts = (name: string, id: string, title: string, region: string) =>
  goldQuery({
    name,
    params,
    sql: `
    SELECT TOP (500)
      ${id} AS id,
      ${title} AS name,
      ${region} AS region,
      SUM(r.demand_30_days) AS expected,
      SUM(CAST(r.units_sold_28_days AS bigint)) AS sold,
      SUM(CAST(r.available_to_sell AS bigint)) AS available,
      SUM(CAST(r.order_units AS bigint)) AS orderUnits
    FROM gold.replenishment AS r
    INNER JOIN gold.stores AS t ON t.store_id = r.store_id
    LEFT JOIN gold.products AS p ON p.product_id = r.product_id
    WHERE inScope(r.store_id)
      AND r.order_reason <> 'store_closed'
      AND (@category = N'' OR p.category = @category)
    GROUP BY ${[...new Set([id, title, ...(region.startsWith('CAST') ? [] : [region])])].join(', ')}
    ORDER BY SUM(r.demand_30_days) DESC, ${id}`,
    row,
  });

const NO_REGION = 'CAST(NULL AS nvarchar(100))';

export const listStoreForecasts = parts(
  'forecast.list-store-forecasts',
  'r.store_id',
  't.store_name',
  't.region',
);
export const listCategoryForecasts = parts(
  'forecast.list-category-forecasts',
  "ISNULL(p.category, N'')",
  "ISNULL(p.category, N'')",
  NO_REGION,
);
export const listProductForecasts = parts(
  'forecast.list-product-forecasts',
  'r.product_id',
  'p.product_name',
  NO_REGION,
);
