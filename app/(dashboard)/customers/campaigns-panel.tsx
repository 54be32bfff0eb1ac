import { Panel } from '#components/panel/panel.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { CAMPAIGN_COLUMNS, campaignRows } from '#lib/coupon-campaigns.ts';
import { listCouponCampaigns } from '#server/synapse/customers/list-coupon-campaigns.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { saysNothing } from '../says-nothing.ts';
import { type CustomersView, customersExport } from './customers-view.tsx';

/** Which coupons went out and came back. A chain that sends none has no such panel. */
export async function CampaignsPanel({ view: { lake, search } }: { view: CustomersView }) {
  const { scope, role } = await requirePlaceScope('customers', search);
  const answer = listCouponCampaigns({}, scope);
  if (await saysNothing(answer)) return null;
  return (
    <Panel
      className="mt-4"
      title="Coupon campaigns"
      subtitle="Customers it was sent to, and customers who used a coupon of it, over all its days"
      action={customersExport(role, 'coupon-campaigns', 'coupon campaigns', search)}
    >
      <Asked ask={() => answer} timeZone={lake.timeZone}>
        {({ rows }) => (
          <DataTable
            id="campaigns"
            caption="Coupon campaigns"
            rowId="campaignId"
            currency={lake.currency}
            columns={CAMPAIGN_COLUMNS}
            rows={campaignRows(rows)}
          />
        )}
      </Asked>
    </Panel>
  );
}
