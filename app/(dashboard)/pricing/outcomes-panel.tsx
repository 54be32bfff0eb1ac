import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { OutcomeTable } from '#components/price/outcome-table.tsx';
import { formatCount, formatRate } from '#lib/figures.ts';
import { isAsPredicted } from '#lib/price-outcome.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { listPriceOutcomes } from '#server/synapse/prices/list-price-outcomes.ts';
import { Asked } from '../asked.tsx';

const SHOWN = 100;

/** How changes of price turned out, beside what the elasticities say of them. */
export async function OutcomesPanel() {
  await requirePage('pricing');
  const ask = async () => {
    const [lake, answer] = await Promise.all([getLakeStatus(), listPriceOutcomes({})]);
    return { ...answer, currency: lake.currency };
  };
  return (
    <Asked ask={ask}>
      {({ rows, currency, truncated }) => (
        <Panel
          title="What became of changes of price"
          action={<ExportLink href="/api/export/price-outcomes" table="changes of price" />}
          subtitle="Units sold after a change, against those that the same weeks would have brought at the price before: promotions, empty shelves and the season of the category taken out."
        >
          {rows.length === 0 ? (
            <PanelEmpty>No price has held for four weeks on either side of a change.</PanelEmpty>
          ) : (
            <>
              <p className="mb-3 text-sm" data-figure="as-predicted">
                <span className="font-semibold">
                  {formatRate(rows.filter(isAsPredicted).length / rows.length)}
                </span>{' '}
                of {formatCount(rows.length)} changes{truncated ? ' (the newest)' : ''} turned out within the
                interval predicted; it is made to hold nine in ten. The elasticities have seen these weeks.
              </p>
              <OutcomeTable rows={rows.slice(0, SHOWN)} currency={currency} />
              {rows.length > SHOWN ? (
                <p className="mt-3 text-sm text-ink-muted">
                  The newest {SHOWN} are listed; the page of a product lists all of its own.
                </p>
              ) : null}
            </>
          )}
        </Panel>
      )}
    </Asked>
  );
}
