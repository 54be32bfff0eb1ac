import { ShareTable } from '#components/customer/share-table.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { requirePage } from '#server/auth/require-role.ts';
import { listCustomerCategories } from '#server/synapse/customers/list-customer-categories.ts';
import { Asked } from '../../asked.tsx';
import { type CustomerView, oneCustomerExport } from './customer-view.tsx';

export async function CategoriesPanel({ customer, lake }: CustomerView) {
  const { scope, role } = await requirePage('customers');
  return (
    <Panel
      title="Categories by share"
      subtitle="Net sales so far, by the category on the day of sale"
      action={oneCustomerExport(role, 'customer-categories', 'categories', customer)}
    >
      <Asked
        ask={() => listCustomerCategories({ customerKey: customer.customerKey }, scope)}
        timeZone={lake.timeZone}
      >
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>This customer has not bought anything yet.</PanelEmpty>
          ) : (
            <ShareTable
              caption="Sales by category"
              nameTitle="Category"
              countTitle="Units"
              currency={lake.currency}
              rows={rows.map(({ category, units, netSales }) => ({ name: category, count: units, netSales }))}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
