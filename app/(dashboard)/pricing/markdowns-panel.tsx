import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { MarkdownTable } from '#components/price/markdown-table.tsx';
import { markdownPlans } from '#lib/markdown.ts';
import { MARKDOWN_RULES } from '#lib/price-guardrails.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { listMarkdowns } from '#server/synapse/prices/list-markdowns.ts';
import { Asked } from '../asked.tsx';

/** Stock that lasts too long, and the prices that clear it. */
export async function MarkdownsPanel() {
  await requirePage('pricing');
  const ask = async () => {
    const [lake, answer] = await Promise.all([getLakeStatus(), listMarkdowns({})]);
    return { ...answer, currency: lake.currency };
  };
  const { weeksOfCover, weeks, salvageOfCost } = MARKDOWN_RULES;
  return (
    <Panel
      title="Markdowns of ageing stock"
      action={<ExportLink href="/api/export/markdowns" table="markdowns" />}
      subtitle={`Stock that lasts more than ${weeksOfCover} weeks at today’s sales, and the prices that bring in most within ${weeks} weeks. A price once lowered does not rise again; a unit left in the end is taken to be worth ${Math.round(100 * salvageOfCost)} % of its cost.`}
    >
      <Asked ask={ask}>
        {({ rows, currency }) =>
          rows.length === 0 ? (
            <PanelEmpty>No product has stock for so long and demand that is known well enough.</PanelEmpty>
          ) : (
            <MarkdownTable plans={markdownPlans(rows)} currency={currency} />
          )
        }
      </Asked>
    </Panel>
  );
}
