import { ExportLink } from '#components/panel/export-link.tsx';
import { FigureTile } from '#components/panel/figure-tile.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { DataTable } from '#components/table/data-table.tsx';
import { addressWith } from '#lib/address.ts';
import { figureFacts } from '#lib/figure-facts.ts';
import { formatCount, formatMoney, formatPeriod, formatRate, scopeInWords } from '#lib/figures.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import { METRICS, type MetricName } from '#lib/metrics.ts';
import type { MinorUnits } from '#lib/money.ts';
import type { SearchParams } from '#lib/period.ts';
import { maySee, PAGES } from '#lib/roles.ts';
import { LOST_MARGIN_COLUMN, otif, SCORECARD_COLUMNS, scoredSupplier } from '#lib/supplier-scorecard.ts';
import { supplierWindows } from '#lib/supplier-window.ts';
import { listScorecards } from '#server/synapse/suppliers/list-scorecards.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';

/** Every supplier by what it promised and what came, and all of them in four figures. */
export async function ScorecardPanel({ lake, search }: { lake: LakeStatus; search: SearchParams }) {
  const { scope, role } = await requirePlaceScope('suppliers', search);
  const { period, before } = supplierWindows(lake.lastClosedDate);
  const seesMargin = maySee(role, 'margin');
  return (
    <Asked ask={() => listScorecards({ period, before }, scope)} timeZone={lake.timeZone}>
      {({ rows, queriedAt }) => {
        if (rows.length === 0) return <PanelEmpty>Nothing was ordered for these stores.</PanelEmpty>;
        const sum = (of: (card: (typeof rows)[number]) => number) =>
          rows.reduce((total, card) => total + of(card), 0);
        const [lines, whole] = [sum((card) => card.linesDue), sum((card) => card.otifLines)];
        const [ordered, received] = [sum((card) => card.orderedUnits), sum((card) => card.receivedUnits)];
        const lost = rows.reduce((total, { lostSales }) => total + (lostSales ?? 0n), 0n) as MinorUnits;
        const facts = figureFacts(lake, {
          covers: `Lines promised ${formatPeriod(period)}. ${scopeInWords(scope)}`,
          ...{ queriedAt, question: 'suppliers.list-scorecards' },
        });
        const tile = (
          name: MetricName,
          value: string,
          note: string,
          words: { title?: string; formula?: string } = {},
        ) => <FigureTile {...{ name, value, note, facts }} {...METRICS[name]} {...words} />;
        return (
          <>
            <dl className="mb-4 grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-4">
              {tile(
                'otif',
                formatRate(otif(whole, lines)),
                `${formatCount(whole)} of ${formatCount(lines)} lines`,
              )}
              {tile(
                'supplierFillRate',
                formatRate(ordered > 0 ? received / ordered : null),
                `${formatCount(received)} of ${formatCount(ordered)} units`,
              )}
              {tile(
                'orderUnits',
                formatCount(sum((card) => card.overdueLines)),
                `of ${formatCount(sum((card) => card.openLines))} open lines`,
                {
                  title: 'Overdue lines',
                  formula: 'Lines of which more is expected and whose promised day has passed.',
                },
              )}
              {tile('lostSales', formatMoney(lost, lake.currency), 'while lines were late', {
                title: 'Lost to lateness',
                formula:
                  'Units estimated to have been wanted of empty shelves while a line was awaited that had not come in full on the promised day × the price of the day.',
              })}
            </dl>
            <Panel
              title="Scorecard"
              subtitle="By order line over 13 weeks; change against the 13 weeks before. A name leads to months and open lines."
              action={<ExportLink href={addressWith('/api/export/suppliers', search)} table="scorecard" />}
            >
              <DataTable
                id="cards"
                caption="Supplier scorecard"
                rowId="supplierId"
                columns={seesMargin ? [...SCORECARD_COLUMNS, LOST_MARGIN_COLUMN] : SCORECARD_COLUMNS}
                rows={rows.map((card) =>
                  scoredSupplier(
                    seesMargin ? card : { ...card, lostMargin: null },
                    addressWith(`${PAGES.suppliers.path}/${card.supplierId}`, search),
                  ),
                )}
                currency={lake.currency}
              />
            </Panel>
          </>
        );
      }}
    </Asked>
  );
}
