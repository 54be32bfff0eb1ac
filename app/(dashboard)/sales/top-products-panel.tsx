import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { SalesTable } from '#components/table/sales-table.tsx';
import { listTopProducts } from '#server/synapse/sales/list-top-products.ts';
import { Asked } from '../asked.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { exportAddress, type SalesView } from './sales-view.ts';

const TOP = 20;

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
            <SalesTable
              caption={`The ${TOP} products with the highest net sales`}
              nameTitle="Product"
              countTitle="Units"
              currency={lake.currency}
              compared={comparison.isFair}
              rows={rows.map(({ productId, productName, units, netSales, basisNetSales }) => ({
                id: productId,
                name: productName,
                detail: productId,
                count: units,
                netSales,
                basisNetSales,
              }))}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
