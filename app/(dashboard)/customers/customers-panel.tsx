import { CustomerList } from '#components/customer/customer-list.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { START } from '#lib/customer-cursor.ts';
import { customerPage } from '#lib/customer-page.ts';
import { CUSTOMER_SEGMENTS, type CustomerSegment } from '#lib/customer-segment.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { CUSTOMERS_A_PAGE, listCustomers } from '#server/synapse/customers/list-customers.ts';
import { Asked } from '../asked.tsx';

/** Every customer of the scope, best first. The first page comes with the document, the others as somebody scrolls. */
export async function CustomersPanel({
  lake,
  segment,
}: {
  lake: LakeStatus;
  segment: CustomerSegment | 'all';
}) {
  const { scope } = await requirePage('customers');
  const title = segment === 'all' ? 'All customers' : CUSTOMER_SEGMENTS[segment].title;
  const ask = () =>
    listCustomers({ segment, afterSales: String(START.netSales), afterKey: START.customerKey }, scope);
  return (
    <Panel title={title} subtitle="Highest net sales of 364 days first" className="mt-4">
      <Asked ask={ask} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>Nobody is in this segment.</PanelEmpty>
          ) : (
            <CustomerList
              first={customerPage(rows, CUSTOMERS_A_PAGE)}
              segment={segment}
              caption={title}
              currency={lake.currency}
              path={PAGES.customers.path}
            />
          )
        }
      </Asked>
    </Panel>
  );
}
