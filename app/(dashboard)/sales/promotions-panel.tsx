import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { PROMOTION_COLUMNS, promotionRows } from '#lib/sales-columns.ts';
import { listPromotionSales } from '#server/synapse/sales/list-promotion-sales.ts';
import { Asked } from '../asked.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { exportAddress, type SalesView } from './sales-view.ts';

/** What promoted products sold on the days of their promotions: a sum, and no claim of what the promotion caused. */
export async function PromotionsPanel({ view }: { view: SalesView }) {
  const { lake, period, narrowing, search } = view;
  const scope = await requireSalesScope(search);
  const asked = { period, channel: narrowing.channel ?? '', category: narrowing.category ?? '' };
  return (
    <Panel
      title="Promotions"
      subtitle="Sales of the promoted products on the days of the promotion; not what it caused"
      action={<ExportLink href={exportAddress('sales-by-promotion', view)} table="promotions" />}
    >
      <Asked ask={() => listPromotionSales(asked, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>No promotion ran on these days.</PanelEmpty>
          ) : (
            <DataTable
              id="promotions"
              caption="Promotions"
              rowId="promotionId"
              currency={lake.currency}
              columns={PROMOTION_COLUMNS}
              rows={promotionRows(rows)}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
