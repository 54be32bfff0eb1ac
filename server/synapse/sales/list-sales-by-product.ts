import 'server-only';
import { z } from 'zod';
import type { Answer } from '#lib/answer.ts';
import type { ProductSales } from '#lib/sales-ranking.ts';
import type { SalesNarrowing } from '#lib/sales-view.ts';
import type { RowScope } from '#lib/scope.ts';
import { countColumn, moneyColumn, textColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { daysParameter, intParameter, periodParameter } from '../parameters.ts';
import { NARROWING, type Periods } from './sales-by.ts';
import { LINE_SOURCES } from './sales-source.ts';

/** Positions, both included; at most so many rows as an answer may hold. */
export interface Positions {
  readonly first: number;
  readonly last: number;
}

const FURTHEST = 10_000_000;

const questions = LINE_SOURCES.map((source) => ({
  source,
  question: `sales.list-sales-by-product${source.suffix}`,
  ask: goldQuery({
    name: `sales.list-sales-by-product${source.suffix}`,
    params: z.strictObject({
      period: periodParameter(),
      basis: daysParameter(),
      ...NARROWING,
      first: intParameter(1, FURTHEST),
      last: intParameter(1, FURTHEST),
    }),
    sql: `
    WITH sold AS (
      SELECT
        d.product_id AS product_id,
        SUM(CASE WHEN d.business_date BETWEEN @periodFrom AND @periodTo THEN d.gross_sales END) AS gross_sales,
        SUM(CASE WHEN d.business_date BETWEEN @periodFrom AND @periodTo THEN d.discounts END) AS discounts,
        SUM(CASE WHEN d.business_date BETWEEN @periodFrom AND @periodTo THEN d.returns END) AS returns,
        SUM(CASE WHEN d.business_date BETWEEN @periodFrom AND @periodTo THEN d.net_sales END) AS net_sales,
        SUM(CASE WHEN d.business_date BETWEEN @periodFrom AND @periodTo THEN CAST(d.units AS bigint) END) AS units,
        SUM(CASE WHEN inDays(d.business_date, basis) THEN d.net_sales END) AS basis_net_sales
      FROM ${source.from}
      WHERE inScope(d.store_id)
        AND ${source.narrowed}
        AND (d.business_date BETWEEN @periodFrom AND @periodTo OR inDays(d.business_date, basis))
      GROUP BY d.product_id
    ),
    ranked AS (
      SELECT
        sold.product_id AS product_id,
        sold.gross_sales AS gross_sales,
        sold.discounts AS discounts,
        sold.returns AS returns,
        sold.net_sales AS net_sales,
        sold.units AS units,
        sold.basis_net_sales AS basis_net_sales,
        ROW_NUMBER() OVER (ORDER BY sold.net_sales DESC, sold.product_id) AS position,
        COUNT(*) OVER () AS total
      FROM sold
      WHERE sold.net_sales IS NOT NULL
    )
    SELECT
      r.position AS position,
      r.total AS total,
      r.product_id AS productId,
      g.product_name AS productName,
      g.category AS category,
      g.subcategory AS subcategory,
      CAST(r.gross_sales * 100 AS bigint) AS grossSales,
      CAST(r.discounts * 100 AS bigint) AS discounts,
      CAST(r.returns * 100 AS bigint) AS returns,
      CAST(r.net_sales * 100 AS bigint) AS netSales,
      CAST(r.units AS bigint) AS units,
      CAST(r.basis_net_sales * 100 AS bigint) AS basisNetSales
    FROM ranked AS r
    INNER JOIN gold.products AS g ON g.product_id = r.product_id
    WHERE r.position BETWEEN @first AND @last
    ORDER BY r.position`,
    row: z.object({
      position: countColumn(),
      total: countColumn(),
      productId: textColumn(),
      productName: textColumn(),
      category: textColumn().nullable(),
      subcategory: textColumn().nullable(),
      grossSales: moneyColumn(),
      discounts: moneyColumn(),
      returns: moneyColumn(),
      netSales: moneyColumn(),
      units: countColumn(),
      basisNetSales: moneyColumn().nullable(),
    }) satisfies z.ZodType<ProductSales>,
  }),
}));

/** Products that sold in the period, highest net sales first, those in the given positions; each row knows how many there are. */
export async function listSalesByProduct(
  periods: Periods,
  { channel, category }: SalesNarrowing,
  positions: Positions,
  scope: RowScope,
): Promise<Answer<ProductSales> & { readonly question: string }> {
  const chosen = questions.find(({ source }) => source.knows({ channel, category })) ?? questions[0];
  if (!chosen) throw new TypeError('There is no source of sales by product');
  const narrowing = { channel: channel ?? '', category: category ?? '' };
  const answer = await chosen.ask({ ...periods, ...narrowing, ...positions }, scope);
  return { ...answer, question: chosen.question };
}
