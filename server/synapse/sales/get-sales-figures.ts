import 'server-only';
import type { ComparedSales } from '#lib/compared-sales.ts';
import type { SalesNarrowing } from '#lib/sales-view.ts';
import type { RowScope } from '#lib/scope.ts';
import { textColumn } from '../columns.ts';
import { type Periods, salesBy } from './sales-by.ts';
import { LINE_SOURCES, TICKET_SOURCES } from './sales-source.ts';

const askFigures = salesBy({
  name: 'get-sales-figures',
  key: null,
  column: textColumn(),
  sources: [...TICKET_SOURCES, ...LINE_SOURCES],
});

/** Sales of a period and of its basis, over the stores of the scope, in one question. */
export async function getSalesFigures(
  periods: Periods,
  narrowing: SalesNarrowing,
  scope: RowScope,
  signal?: AbortSignal,
): Promise<ComparedSales> {
  const { rows, truncated: _, ...answer } = await askFigures(periods, narrowing, scope, signal);
  return { ...answer, period: rows[0]?.period ?? null, basis: rows[0]?.basis ?? null };
}
