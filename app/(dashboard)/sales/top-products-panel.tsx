import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { relativeChange } from '#lib/sales.ts';
import type { ProductSales } from '#lib/sales-ranking.ts';
import type { TableColumn } from '#lib/table-column.ts';
import { listTopProducts } from '#server/synapse/sales/list-top-products.ts';
import { Asked } from '../asked.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { exportAddress, type SalesView } from './sales-view.ts';

const TOP = 200;
const COLUMNS: readonly TableColumn<ProductSales & { change: number | null }>[] = [
  { id: 'productName', title: 'Product', kind: 'text', detail: 'productId' },
  { id: 'units', title: 'Units', kind: 'count', metric: 'units', wide: true },
  { id: 'netSales', title: 'Net sales', kind: 'money', metric: 'netSales', bar: true },
  { id: 'change', title: 'Change', kind: 'change', metric: 'netSales' },
  { id: 'basisNetSales', title: 'Net sales then', kind: 'money', optional: true },
];

export async function TopProductsPanel({ view }: { view: SalesView }) {
  const { lake, period, comparison } = view;
  const scope = await requireSalesScope(view.stores);
  return (
    <Panel
      action={<ExportLink href={exportAddress('top-products', view)} table="top products" />}
      title="Top products"
      subtitle={`The ${TOP} with the highest net sales`}
    >
      <Asked
        ask={() => listTopProducts({ period, basis: comparison.days, top: TOP }, scope)}
        timeZone={lake.timeZone}
      >
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>No product was sold on these days.</PanelEmpty>
          ) : (
            <DataTable
              id="products"
              caption="Sales by product"
              rowId="productId"
              currency={lake.currency}
              columns={COLUMNS}
              rows={rows.map((row) => ({
                ...row,
                change: comparison.isFair ? relativeChange(row.netSales, row.basisNetSales) : null,
              }))}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
