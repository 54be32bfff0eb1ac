import { ShareTable } from '#components/customer/share-table.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { addDays } from '#lib/business-date.ts';
import { CHANNEL_TITLES } from '#lib/customers.ts';
import { listChannels } from '#server/synapse/customers/list-channels.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type CustomersView, customersExport } from './customers-view.tsx';

const WINDOW_DAYS = 364;

/** Where customers buy. */
export async function ChannelsPanel({ view: { lake, search } }: { view: CustomersView }) {
  const { scope, role } = await requirePlaceScope('customers', search);
  const period = { from: addDays(lake.lastClosedDate, 1 - WINDOW_DAYS), to: lake.lastClosedDate };
  return (
    <Panel
      title="Channels"
      subtitle="Net sales to known customers. Who buys in two channels counts in both."
      action={customersExport(role, 'customer-channels', 'customers by channel', search)}
    >
      <Asked ask={() => listChannels({ period }, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>No known customer bought anything in the window.</PanelEmpty>
          ) : (
            <ShareTable
              caption="Sales by channel"
              nameTitle="Channel"
              countTitle="Customers"
              currency={lake.currency}
              rows={rows.map(({ channel, customers, netSales }) => ({
                name: CHANNEL_TITLES[channel] ?? channel,
                count: customers,
                netSales,
              }))}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
