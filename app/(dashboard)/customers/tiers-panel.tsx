import { ShareTable } from '#components/customer/share-table.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { formatCount } from '#lib/figures.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listTiers } from '#server/synapse/customers/list-tiers.ts';
import { Asked } from '../asked.tsx';

/** The loyalty scheme by tier. */
export async function TiersPanel({ lake }: { lake: LakeStatus }) {
  const { scope } = await requirePage('customers');
  return (
    <Panel title="Loyalty" subtitle="All net sales so far to customers by the tier they have now.">
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
