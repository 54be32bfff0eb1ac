import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { suggestedBecause } from '#lib/customers.ts';
import { formatRate } from '#lib/figures.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listNextBestProducts } from '#server/synapse/customers/list-next-best-products.ts';
import { Asked } from '../../asked.tsx';
import { type CustomerView, oneCustomerExport } from './customer-view.tsx';

/** What to offer, and why. */
export async function NextBestPanel({ customer, lake }: CustomerView) {
  const { scope, role } = await requirePage('customers');
  return (
    <Panel
      title="Next best products"
      action={oneCustomerExport(role, 'next-best-products', 'next best products', customer)}
      subtitle="The estimated chance that the next basket holds each. What goes together is not what causes a sale."
    >
      <Asked
        ask={() => listNextBestProducts({ customerKey: customer.customerKey }, scope)}
        timeZone={lake.timeZone}
      >
        {({ rows }) =>
          rows.length === 0 ? (
            <PanelEmpty>Nothing was bought in 364 days to go by.</PanelEmpty>
          ) : (
            <ol className="text-sm" data-next-best>
              {rows.map((product) => (
                <li
                  key={product.productId}
                  data-row={product.productId}
                  className="flex items-baseline justify-between gap-4 border-t border-line py-2 first:border-t-0"
                >
                  <span className="min-w-0">
                    <span className="font-medium">{product.productName}</span>
                    <span className="ml-2 text-xs text-ink-muted">{product.productId}</span>
                    <span className="block text-ink-muted">{suggestedBecause(product)}</span>
                  </span>
                  <span className="font-medium">{formatRate(product.score)}</span>
                </li>
              ))}
            </ol>
          )
        }
      </Asked>
    </Panel>
  );
}
