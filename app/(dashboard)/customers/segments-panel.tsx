import { SegmentTable } from '#components/customer/segment-table.tsx';
import { FigureTile } from '#components/panel/figure-tile.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { allSegments, segmentFigures } from '#lib/customers.ts';
import { figureFacts } from '#lib/figure-facts.ts';
import { formatCount, formatDay, formatMoney, formatRate, scopeInWords } from '#lib/figures.ts';
import { listModelAccount } from '#server/synapse/customers/list-model-account.ts';
import { listSegments } from '#server/synapse/customers/list-segments.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { type CustomersView, customersExport, segmentAddress } from './customers-view.tsx';
import { trustInWords } from './trust-in-words.ts';

/** How many customers there are of each kind, what they are worth and how they moved in four weeks. */
export async function SegmentsPanel({ view }: { view: CustomersView }) {
  const { lake, search, segment } = view;
  const { scope, role } = await requirePlaceScope('customers', search);
  const ask = async () => {
    const [segments, account] = await Promise.all([listSegments({}, scope), listModelAccount({})]);
    return { ...segments, account: account.rows, stale: segments.stale ?? account.stale };
  };
  return (
    <Asked ask={ask} timeZone={lake.timeZone}>
      {({ rows, account, queriedAt }) => {
        if (rows.length === 0) return <PanelEmpty>No customer of these stores is known by name.</PanelEmpty>;
        const all = allSegments(rows);
        const active = rows.filter((move) => move.segment !== 'lapsed');
        const activeCustomers = active.reduce((sum, { customers }) => sum + customers, 0);
        const facts = figureFacts(lake, {
          covers: `364 days to ${formatDay(lake.lastClosedDate)}. ${scopeInWords(scope)}`,
          ...{ queriedAt, question: 'customers.list-segments' },
        });
        return (
          <>
            <dl className="mb-4 grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4">
              <FigureTile
                name="activeCustomers"
                title="Active customers"
                value={formatCount(activeCustomers)}
                note={`of ${formatCount(all.customers)} who ever bought`}
                formula="Customers known by card or account with a sale in the window."
                facts={facts}
              />
              <FigureTile
                name="netSales"
                title="Net sales to them"
                value={formatMoney(all.netSales, lake.currency)}
                note={`${formatCount(all.orders)} orders`}
                formula="Net sales of the window on tickets with a customer. What is bought without a card is not in it."
                facts={facts}
              />
              <FigureTile
                name="predictedSales"
                title="Predicted net sales"
                value={formatMoney(all.predictedSales, lake.currency)}
                note="of the 364 days to come, discounted"
                formula="Purchases expected by BG/NBD times spend expected by Gamma-Gamma, less what is usually brought back; what comes later is worth 10 % a year less. Customers who are not known yet are not in it."
                facts={facts}
              />
              <FigureTile
                name="expectedLost"
                title="Expected to stay away"
                value={all.expectedLost === null ? '—' : formatCount(Math.round(all.expectedLost))}
                note={
                  all.expectedLost === null
                    ? 'not enough evidence'
                    : `${formatRate(all.expectedLost / all.customers)} of all`
                }
                formula="Sum over customers of the chance that they buy nothing in the 364 days to come."
                facts={facts}
              />
            </dl>
            <Panel
              title="Segments"
              subtitle="Fifths by how lately and how often customers bought, among those active in the window. Change: against four weeks before."
              action={customersExport(role, 'customer-segments', 'segments', search)}
            >
              <SegmentTable
                rows={segmentFigures(rows)}
                chosen={segment}
                hrefOf={(name) => segmentAddress(view, name)}
                currency={lake.currency}
              />
              <p className="mt-3 text-xs text-ink-muted">{trustInWords(account)}</p>
            </Panel>
          </>
        );
      }}
    </Asked>
  );
}
