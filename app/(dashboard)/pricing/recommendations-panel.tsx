import { Choices } from '#components/controls/choices.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty, PanelStale } from '#components/panel/panel-states.tsx';
import { PriceTable } from '#components/price/price-table.tsx';
import { formatCount, formatDay } from '#lib/figures.ts';
import { PRICE_RULES } from '#lib/price-guardrails.ts';
import { PRICE_FILTERS, type PriceFilter, priceViewAddress } from '#lib/price-view.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { Asked } from '../asked.tsx';
import { askPrices, filterOf } from './ask-prices.ts';

const EMPTY: Readonly<Record<PriceFilter, string>> = {
  open: 'Nothing is left to decide: every change that was recommended has been looked at.',
  waiting: 'No price waits for a second person.',
  decided: 'Nothing has been decided about the recommendations of now.',
  keep: 'No price is recommended to stay as it is.',
};

/** What every price should be, most money at stake first, and the deciding. */
export async function RecommendationsPanel({ filter }: { filter: PriceFilter }) {
  const { person } = await requirePage('pricing');
  return (
    <Asked ask={askPrices}>
      {({ rows, currency, canDecide, truncated }) => {
        const shown = rows.filter((row) => filterOf(row) === filter);
        const asOf = rows[0]?.it.asOfDate;
        const count = (name: PriceFilter) => rows.filter((row) => filterOf(row) === name).length;
        return (
          <Panel
            title="Recommended prices"
            subtitle={
              asOf
                ? `Expected over ${PRICE_RULES.horizonDays} days against doing nothing, with 90% intervals. As of ${formatDay(asOf)}, ex tax; most margin at stake first.`
                : undefined
            }
            action={<ExportLink href={`/api/export/prices?standing=${filter}`} table="recommended prices" />}
          >
            <div className="mb-3 max-w-full overflow-x-auto">
              <Choices
                label="Standing"
                choices={(Object.keys(PRICE_FILTERS) as PriceFilter[]).map((name) => ({
                  title: `${PRICE_FILTERS[name]} ${formatCount(count(name))}`,
                  href: priceViewAddress('recommendations', name),
                  isChosen: name === filter,
                }))}
              />
            </div>
            {canDecide ? null : (
              <PanelStale>
                What was decided cannot be read at the moment, so nothing can be decided either.
              </PanelStale>
            )}
            {rows.length === 0 ? (
              <PanelEmpty>This lake holds no price list, so no price can be recommended.</PanelEmpty>
            ) : (
              <PriceTable
                rows={shown}
                personId={person.id}
                empty={EMPTY[filter]}
                {...{ currency, canDecide }}
              />
            )}
            {truncated ? (
              <p className="mt-3 text-sm text-ink-muted">
                Only the {formatCount(rows.length)} products with most at stake are shown.
              </p>
            ) : null}
          </Panel>
        );
      }}
    </Asked>
  );
}
