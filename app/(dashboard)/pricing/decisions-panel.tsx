import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DecisionTable } from '#components/price/decision-table.tsx';
import { requirePage } from '#server/auth/require-role.ts';
import { Asked } from '../asked.tsx';
import { askDecisions } from './ask-decisions.ts';

/** What people decided about prices, newest first, and what became of it. */
export async function DecisionsPanel() {
  await requirePage('pricing');
  return (
    <Panel
      title="Decisions"
      action={<ExportLink href="/api/export/price-decisions" table="decisions" />}
      subtitle="Newest first; nothing here is ever changed or taken away. A price is measured once it has held for four weeks."
    >
      <Asked ask={() => askDecisions()}>
        {({ decisions, currency, timeZone, truncated }) =>
          decisions.length === 0 ? (
            <PanelEmpty>Nobody has decided about a price yet.</PanelEmpty>
          ) : (
            <>
              <DecisionTable {...{ decisions, currency, timeZone }} />
              {truncated ? (
                <p className="mt-3 text-sm text-ink-muted">The newest {decisions.length} are shown.</p>
              ) : null}
            </>
          )
        }
      </Asked>
    </Panel>
  );
}
