import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { levelBelow, pathTo } from '#lib/category-tree.ts';
import { RETURN_COLUMNS, returnRows } from '#lib/sales-columns.ts';
import { listCategories } from '#server/synapse/products/list-categories.ts';
import { listSalesByCategory } from '#server/synapse/sales/list-sales-by-category.ts';
import { Asked } from '../asked.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { addressOf, exportAddress, periodsOf, type SalesView } from './sales-view.ts';

/** What was brought back, by category one level further down than the sales beside it. */
export async function ReturnsPanel({ view }: { view: SalesView }) {
  const { lake, comparison, narrowing, search } = view;
  const scope = await requireSalesScope(search);
  const ask = async () => {
    const tree = await listCategories({});
    const below = levelBelow(pathTo(tree.rows, narrowing.category)) ?? 3;
    const level = below === 1 ? 2 : 3;
    return listSalesByCategory(level, periodsOf(view), narrowing, scope);
  };
  return (
    <Panel
      title="Returns"
      subtitle="Brought back on these days, most value first"
      action={<ExportLink href={exportAddress('returns', view)} table="returns" />}
    >
      <Asked ask={ask} timeZone={lake.timeZone}>
        {({ rows }) => {
          const returned = returnRows(rows, comparison);
          return returned.length === 0 ? (
            <PanelEmpty>Nothing was brought back on these days.</PanelEmpty>
          ) : (
            <DataTable
              id="returns"
              caption="Returns"
              rowId="category"
              currency={lake.currency}
              columns={RETURN_COLUMNS}
              rows={returned.map((row) => ({ ...row, href: addressOf(view, { category: row.category }) }))}
            />
          );
        }}
      </Asked>
    </Panel>
  );
}
