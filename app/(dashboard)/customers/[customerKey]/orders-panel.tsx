import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { CHANNEL_TITLES, type CustomerOrder } from '#lib/customers.ts';
import { formatCount } from '#lib/figures.ts';
import type { TableColumn } from '#lib/table-column.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listCustomerOrders, MOST_ORDERS } from '#server/synapse/customers/list-customer-orders.ts';
import { Asked } from '../../asked.tsx';
import type { CustomerView } from './customer-view.ts';

const COLUMNS: readonly TableColumn<CustomerOrder>[] = [
  { id: 'transactionId', title: 'Ticket', kind: 'text' },
  { id: 'businessDate', title: 'Day', kind: 'day' },
  { id: 'sellingStoreId', title: 'Store', kind: 'text', wide: true },
  { id: 'channel', title: 'Channel', kind: 'text', wide: true },
  { id: 'units', title: 'Units', kind: 'count', wide: true },
  { id: 'returns', title: 'Returned', kind: 'money', wide: true },
  { id: 'netSales', title: 'Net sales', kind: 'money' },
];

/** Every ticket. */
export async function OrdersPanel({ customer, lake }: CustomerView) {
  const { scope } = await requirePage('customers');
  const { customerKey } = customer;
  return (
    <Panel
      title="Orders"
      subtitle={`${formatCount(customer.orders)} tickets with a sale since the first day held, the latest first; tickets of returns only are listed too${customer.orders > MOST_ORDERS ? `. The latest ${MOST_ORDERS} are shown` : ''}.`}
      className="mt-4"
    >
      <Asked ask={() => listCustomerOrders({ customerKey }, scope)} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>This customer has not bought anything yet.</PanelEmpty>
          ) : (
            <DataTable
              id="orders"
              caption="Orders of the customer"
              rowId="transactionId"
              currency={lake.currency}
              columns={COLUMNS}
              rows={rows.map((order) => ({
                ...order,
                channel: CHANNEL_TITLES[order.channel] ?? order.channel,
              }))}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
