import { PRODUCT_COLUMNS, productRows } from '#lib/sales-columns.ts';
import type { RowScope } from '#lib/scope.ts';
import { listSalesByProduct } from '#server/synapse/sales/list-sales-by-product.ts';
import { periodsOf, type SalesView } from '../../../(dashboard)/sales/sales-view.ts';
import { type ExportedTable, exportColumns } from '../table-export.ts';

/** As many as one answer may hold. */
const PAGE = 2_000;

/** Every product that sold, answer after answer, each asked for when the one before has been taken. */
export async function productPages(view: SalesView, scope: RowScope): Promise<ExportedTable> {
  const ask = (first: number) => {
    const positions = { first, last: first + PAGE - 1 };
    return listSalesByProduct(periodsOf(view), view.narrowing, positions, scope);
  };
  const start = await ask(1);
  const total = start.rows[0]?.total ?? 0;
  return {
    columns: exportColumns(PRODUCT_COLUMNS),
    batches: (async function* () {
      yield productRows(start.rows, view.comparison);
      for (let first = PAGE + 1; first <= total; first += PAGE)
        yield productRows((await ask(first)).rows, view.comparison);
    })(),
    total,
    queriedAt: start.queriedAt,
    period: view.period,
  };
}
