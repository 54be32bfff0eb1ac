import { ShareTable } from '#components/customer/share-table.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { formatCount } from '#lib/figures.ts';
import { listTiers } from '#server/synapse/customers/list-tiers.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type CustomersView, customersExport } from './customers-view.tsx';

/** The loyalty scheme by tier. */
export async function TiersPanel({ view: { lake, search } }: { view: CustomersView }) {
  const { scope, role } = await requirePlaceScope('customers', search);
  return (
    <Panel
      title="Loyalty"
      subtitle="All net sales so far to customers by the tier they have now."
      action={customersExport(role, 'loyalty-tiers', 'loyalty tiers', search)}
    >
      <Asked ask={() => listTiers({}, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>No customer of these stores is known by name.</PanelEmpty>
          ) : (
            <>
              <ShareTable
                caption="Sales by loyalty tier"
                nameTitle="Tier"
                countTitle="Customers"
                currency={lake.currency}
                rows={rows.map(({ loyaltyTier, customers, netSales }) => ({
                  name: loyaltyTier ? titled(loyaltyTier) : 'Not in the scheme',
                  count: customers,
                  netSales,
                }))}
              />
              <p className="mt-3 text-sm text-ink-muted">
                {formatCount(rows.reduce((sum, { points }) => sum + points, 0))} points are held and not
                spent.
              </p>
            </>
          )
        }
      </Asked>
    </Panel>
  );
}

const titled = (tier: string) => tier.charAt(0).toUpperCase() + tier.slice(1);
