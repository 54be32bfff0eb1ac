import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DecisionTable } from '#components/price/decision-table.tsx';
import { OutcomeTable } from '#components/price/outcome-table.tsx';
import { addressWith } from '#lib/address.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listPriceOutcomes } from '#server/synapse/prices/list-price-outcomes.ts';
import { Asked } from '../../asked.tsx';
import { askDecisions } from '../ask-decisions.ts';

/** What was decided about the price of a product, and what its changes brought. */
export async function PastPanels({ productId }: { productId: string }) {
  await requirePage('pricing');
  const ask = async () => {
    const [decided, outcomes] = await Promise.all([askDecisions(productId), listPriceOutcomes({})]);
    return { ...decided, outcomes: outcomes.rows.filter((row) => row.productId === productId) };
  };
  const file = (table: string) => addressWith(`/api/export/${table}`, { product: productId });
  return (
    <Asked ask={ask}>
      {({ decisions, outcomes, currency, timeZone }) => (
        <div className="mt-4 grid gap-4">
          <Panel
            title="Decisions about this price"
            subtitle="Newest first"
            action={<ExportLink href={file('price-decisions')} table="decisions" />}
          >
            {decisions.length === 0 ? (
              <PanelEmpty>Nobody has decided about this price yet.</PanelEmpty>
            ) : (
              <DecisionTable {...{ decisions, currency, timeZone }} />
            )}
          </Panel>
          <Panel
            title="Earlier changes of this price"
            action={<ExportLink href={file('price-outcomes')} table="earlier changes" />}
            subtitle="Units sold, against those that the same weeks would have brought at the price before"
          >
            {outcomes.length === 0 ? (
              <PanelEmpty>No price has held for four weeks on either side of a change.</PanelEmpty>
            ) : (
              <OutcomeTable rows={outcomes} currency={currency} named={false} />
            )}
          </Panel>
        </div>
      )}
    </Asked>
  );
}
