import { AffinityChart } from '#components/charts/affinity-chart.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { addressWith } from '#lib/address.ts';
import { affinityPairs, type BasketSlice } from '#lib/affinity.ts';
import { affinityRows, RULE_COLUMNS } from '#lib/affinity-columns.ts';
import { formatCount, formatPeriod } from '#lib/figures.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { listAffinityRules } from '#server/synapse/baskets/list-affinity-rules.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';

const DRAWN = 25;

/** The rules of one slice, drawn and written. */
export async function RulesPanel({ slice }: { slice: BasketSlice }) {
  await requirePage('baskets');
  const { level, storeFormat, season } = slice;
  const ask = async () => {
    const [lake, rules] = await Promise.all([
      getLakeStatus(),
      listAffinityRules({ level, storeFormat, season }),
    ]);
    return { ...rules, lake };
  };
  return (
    <Asked ask={ask}>
      {({ rows, lake }) => {
        const pairs = affinityPairs(rows, DRAWN);
        if (rows.length === 0) return <PanelEmpty>{nothingStands(slice)}</PanelEmpty>;
        return (
          <div className="grid gap-4">
            <Panel
              title="Pairs"
              subtitle={`The ${Math.min(DRAWN, pairs.length)} pairs with most baskets beyond chance; thicker is a higher lift.`}
            >
              <AffinityChart pairs={pairs} />
            </Panel>
            <Panel
              title="Rules"
              subtitle={minedInWords(slice)}
              action={
                <ExportLink
                  href={addressWith('/api/export/affinity-rules', { level, format: storeFormat, season })}
                  table="affinity rules"
                />
              }
            >
              <DataTable
                id="rules"
                caption="Affinity rules"
                rowId="id"
                currency={lake.currency}
                columns={RULE_COLUMNS}
                rows={affinityRows(rows)}
              />
              <dl className="mt-4 grid gap-x-6 gap-y-1 text-xs text-ink-muted sm:grid-cols-2 xl:grid-cols-3">
                <Meaning term="Lift">Confidence ÷ the share of all baskets with the second.</Meaning>
                <Meaning term="Confidence">Share of the first’s baskets that hold the second too.</Meaning>
                <Meaning term="Lift within">
                  The same within each store and week: what only shares a season does not count.
                </Meaning>
                <Meaning term="Support">Of 10,000 baskets, how many hold both.</Meaning>
                <Meaning term="q">
                  Of the rules listed at q ≤ 0.05 at most one in twenty is expected to be an accident.
                </Meaning>
              </dl>
            </Panel>
          </div>
        );
      }}
    </Asked>
  );
}

function Meaning({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="inline font-medium text-ink">{term}: </dt>
      <dd className="inline">{children}</dd>
    </div>
  );
}

function minedInWords({
  fromDate,
  asOfDate,
  baskets,
  minimumCount,
  tested,
  found,
  kept,
}: BasketSlice): string {
  const shown = kept < found ? `${formatCount(kept)} of ${formatCount(found)}` : formatCount(found);
  return `${shown} rules stand out of ${formatCount(tested)} possible ones, in ${formatCount(baskets)} baskets of ${formatPeriod({ from: fromDate, to: asOfDate })}. Each is in at least ${formatCount(minimumCount)}.`;
}

function nothingStands({ tested, baskets, minimumCount }: BasketSlice): string {
  return `Of ${formatCount(tested)} possible rules in ${formatCount(baskets)} baskets, each in at least ${formatCount(minimumCount)}, none stands out from chance at a false discovery rate of 5 %.`;
}
