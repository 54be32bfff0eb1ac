import 'server-only';
import { z } from 'zod';
import type { ComparedSales } from '#lib/compared-sales.ts';
import type { Period } from '#lib/period.ts';
import type { SalesFigures } from '#lib/sales.ts';
import type { RowScope } from '#lib/scope.ts';
import { countColumn, moneyColumn } from '../columns.ts';
import { goldQuery } from '../gold-query.ts';
import { daysParameter, periodParameter } from '../parameters.ts';

interface FiguresOfPart extends SalesFigures {
  readonly part: 'period' | 'basis';
}

const listFigures = goldQuery({
  name: 'sales.get-sales-figures',
  params: z.strictObject({ period: periodParameter(), basis: daysParameter() }),
  sql: `
    SELECT
      p.part AS part,
      CAST(SUM(d.gross_sales) * 100 AS bigint) AS grossSales,
      CAST(SUM(d.discounts) * 100 AS bigint) AS discounts,
      CAST(SUM(d.returns) * 100 AS bigint) AS returns,
      CAST(SUM(d.net_sales) * 100 AS bigint) AS netSales,
      CAST(SUM(CAST(d.transactions AS bigint)) AS bigint) AS transactions,
      CAST(SUM(CAST(d.units AS bigint)) AS bigint) AS units
    FROM gold.store_day AS d
    INNER JOIN (SELECT 'period' AS part UNION ALL SELECT 'basis' AS part) AS p ON (
      (p.part = 'period' AND d.business_date BETWEEN @periodFrom AND @periodTo)
      OR (p.part = 'basis' AND inDays(d.business_date, basis))
    )
    WHERE inScope(d.store_id)
    GROUP BY p.part`,
  row: z.object({
    part: z.enum(['period', 'basis']),
    grossSales: moneyColumn(),
    discounts: moneyColumn(),
    returns: moneyColumn(),
    netSales: moneyColumn(),
    transactions: countColumn(),
    units: countColumn(),
  }) satisfies z.ZodType<FiguresOfPart>,
});

/** Sales of a period and of its basis, over the stores of the scope, in one question. */
export async function getSalesFigures(
  periods: { readonly period: Period; readonly basis: readonly Period[] },
  scope: RowScope,
  signal?: AbortSignal,
): Promise<ComparedSales> {
  const { rows, buildId, queriedAt, stale } = await listFigures(periods, scope, signal);
  const figuresOf = (wanted: FiguresOfPart['part']): SalesFigures | null => {
    const found = rows.find(({ part }) => part === wanted);
    if (!found) return null;
    const { part: _, ...figures } = found;
    return figures;
  };
  return { period: figuresOf('period'), basis: figuresOf('basis'), buildId, queriedAt, stale };
}
