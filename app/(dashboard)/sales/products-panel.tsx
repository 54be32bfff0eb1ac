import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { PRODUCT_COLUMNS, productRows } from '#lib/sales-columns.ts';
import { listSalesByProduct } from '#server/synapse/sales/list-sales-by-product.ts';
import { Asked } from '../asked.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { exportAddress, periodsOf, type SalesView } from './sales-view.ts';

/** More rows make a page slow to arrive; the file of the table has all of them. */
const MOST = 1_000;

export async function ProductsPanel({ view }: { view: SalesView }) {
  const { lake, comparison, narrowing, search } = view;
  const scope = await requireSalesScope(search);
  const ask = () => listSalesByProduct(periodsOf(view), narrowing, { first: 1, last: MOST }, scope);
  return (
    <Panel
      action={<ExportLink href={exportAddress('sales-by-product', view)} table="sales by product" />}
      title="Sales by product"
      subtitle="Highest net sales first; press a heading to sort"
    >
      <Asked ask={ask} timeZone={lake.timeZone}>
        {({ rows }) => {
          const total = rows[0]?.total ?? 0;
          if (total === 0) return <PanelEmpty>No product was sold on these days.</PanelEmpty>;
          return (
            <>
              <DataTable
                id="products"
                caption="Sales by product"
                rowId="productId"
                currency={lake.currency}
                columns={PRODUCT_COLUMNS}
                rows={productRows(rows, comparison)}
              />
              {total > rows.length ? (
                <p className="mt-2 text-sm text-ink-muted">
                  The first {rows.length} of {total}; the file has all.
                </p>
              ) : null}
            </>
          );
        }}
      </Asked>
    </Panel>
  );
}
