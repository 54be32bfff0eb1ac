import { CustomerList } from '#components/customer/customer-list.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { addressWith } from '#lib/address.ts';
import { listedCustomers } from '#lib/customer-columns.ts';
import { START, writeCursor as writePlace } from '#lib/customer-cursor.ts';
import { CUSTOMER_SEGMENTS } from '#lib/customer-segment.ts';
import type { CustomerLine } from '#lib/customers.ts';
import { PAGES } from '#lib/roles.ts';
import { CUSTOMERS_A_PAGE, listCustomers } from '#server/synapse/customers/list-customers.ts';
import { writeCursor } from '../../api/v1/cursor.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type CustomersView, customersExport } from './customers-view.tsx';

/** Every customer of the scope, best first. The first page comes with the document, the others as somebody scrolls. */
export async function CustomersPanel({ view }: { view: CustomersView }) {
  const { lake, search, segment } = view;
  const { scope, role } = await requirePlaceScope('customers', search);
  const title = segment === 'all' ? 'All customers' : CUSTOMER_SEGMENTS[segment].title;
  const ask = () =>
    listCustomers(
      {
        ...{ segment, top: CUSTOMERS_A_PAGE },
        ...{ afterSales: String(START.netSales), afterKey: START.customerKey },
      },
      scope,
    );
  return (
    <Panel
      title={title}
      subtitle="Highest net sales of 364 days first"
      className="mt-4"
      action={customersExport(role, 'customers', 'customers', search)}
    >
      <Asked ask={ask} timeZone={lake.timeZone}>
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>Nobody is in this segment.</PanelEmpty>
          ) : (
            <CustomerList
              first={{ rows: listedCustomers(rows), next: nextOf(rows, lake) }}
              view={choicesOf(search)}
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

/** The cursor of the API after these, so that the list goes on there; null at its end. */
function nextOf(rows: readonly CustomerLine[], { buildId }: CustomersView['lake']): string | null {
  const last = rows.at(-1);
  if (!last || rows.length < CUSTOMERS_A_PAGE) return null;
  return writeCursor({ buildId, offset: 0, after: writePlace(last) });
}

/** What of the address narrows the list. */
function choicesOf(search: CustomersView['search']): string {
  const names = ['store', 'region', 'segment'];
  return addressWith('', Object.fromEntries(Object.entries(search).filter(([name]) => names.includes(name))));
}
