import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { ORDER_COLUMNS, withChannelTitle } from '#lib/customer-columns.ts';
import { formatCount } from '#lib/figures.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listCustomerOrders, MOST_ORDERS } from '#server/synapse/customers/list-customer-orders.ts';
import { Asked } from '../../asked.tsx';
import { type CustomerView, oneCustomerExport } from './customer-view.tsx';

/** Every ticket. */
export async function OrdersPanel({ customer, lake }: CustomerView) {
  const { scope, role } = await requirePage('customers');
  const { customerKey } = customer;
  return (
    <Panel
      title="Orders"
      subtitle={`${formatCount(customer.orders)} tickets with a sale since the first day held, the latest first; tickets of returns only are listed too${customer.orders > MOST_ORDERS ? `. The latest ${MOST_ORDERS} are shown` : ''}.`}
      className="mt-4"
      action={oneCustomerExport(role, 'customer-orders', 'orders', customer)}
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
              columns={ORDER_COLUMNS}
              rows={withChannelTitle(rows)}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
