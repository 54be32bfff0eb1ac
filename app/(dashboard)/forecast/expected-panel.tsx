import Link from 'next/link';
import { ForecastChart } from '#components/charts/forecast-chart.tsx';
import { forecastPoints, writeUnits } from '#components/charts/forecast-option.ts';
import { ForecastTable } from '#components/charts/forecast-table.tsx';
import { Definition } from '#components/panel/definition.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { addressWith } from '#lib/address.ts';
import { expectedUnits } from '#lib/demand-forecast.ts';
import { figureFacts } from '#lib/figure-facts.ts';
import { formatCount, formatPeriod, formatRatio, scopeInWords } from '#lib/figures.ts';
import { METRICS } from '#lib/metrics.ts';
import { mayOpen, PAGES } from '#lib/roles.ts';
import { listDemandDays } from '#server/synapse/forecast/list-demand-days.ts';
import { listCategoryForecasts, listProductForecasts } from '#server/synapse/forecast/list-forecast-parts.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { askForecast } from './ask-forecast.ts';
import type { ForecastView } from './forecast-view.ts';

/** What was sold of late and what is expected, with what that means for orders. */
export async function ExpectedPanel({ view }: { view: ForecastView }) {
  const { lake, category, productId, search } = view;
  const { scope, role } = await requirePlaceScope('forecast', search);
  const ask = async () => {
    const [forecast, sold, parts] = await Promise.all([
      askForecast(view, scope),
      listDemandDays({ category: category ?? '', productId: productId ?? '' }, scope),
      productId === null
        ? listCategoryForecasts({ category: category ?? '' }, scope)
        : listProductForecasts({ category: category ?? '' }, scope),
    ]);
    const own = productId === null ? parts.rows : parts.rows.filter(({ id }) => id === productId);
    return { forecast, sold: sold.rows, parts: own, stale: forecast.stale ?? sold.stale ?? parts.stale };
  };
  return (
    <Asked ask={ask} timeZone={lake.timeZone}>
      {({ forecast, sold, parts }) => {
        const ahead = forecast.days.filter(({ originDate }) => originDate === lake.lastClosedDate);
        const [first] = ahead;
        const last = ahead.at(-1);
        if (!first || !last)
          return (
            <Panel title="No forecast">
              <PanelEmpty>Too little was ever sold here to say what will be.</PanelEmpty>
            </Panel>
          );
        const expected = expectedUnits(ahead);
        const lost = sold.reduce((sum, day) => sum + day.lost, 0);
        const available = parts.reduce((sum, part) => sum + part.available, 0);
        const orders = parts.reduce((sum, part) => sum + part.orderUnits, 0);
        const days = { from: first.businessDate, to: last.businessDate };
        return (
          <Panel
            title={forecast.of}
            subtitle="Black: sold. Blue: expected. Shaded: where 8 days in 10 should fall."
            action={
              <span className="flex items-start gap-2">
                <ExportLink href={addressWith('/api/export/forecast-days', search)} table="units by day" />
                <Definition
                  title={METRICS.expectedDemand.title}
                  facts={figureFacts(lake, {
                    covers: `${formatPeriod(days)}. ${scopeInWords(scope)}`,
                    ...{ queriedAt: forecast.queriedAt, question: forecast.question },
                  })}
                >
                  {METRICS.expectedDemand.formula}
                </Definition>
              </span>
            }
          >
            <p className="mb-3">
              <span className="text-2xl font-semibold tracking-tight" data-expected>
                {writeUnits(expected)}
              </span>{' '}
              units are expected from {formatPeriod(days)}. {formatCount(available)} are available
              {available > 0 && expected > 0
                ? `, enough for ${formatRatio(available / (expected / ahead.length), 1)} days`
                : ''}
              ; {formatCount(orders)} should be ordered now
              {mayOpen(role, 'inventory') ? (
                <>
                  {' '}
                  (
                  <Link
                    href={addressWith(PAGES.inventory.path, search, { product: null })}
                    className="text-accent underline underline-offset-4"
                  >
                    what to order
                  </Link>
                  )
                </>
              ) : null}
              .
              {lost >= 1
                ? ` Of empty shelves about ${formatCount(Math.round(lost))} more units were wanted in the last 56 days; they count as wanted, not as a lack of demand.`
                : ''}
              {first.p10 === null
                ? ' Several stores together have no range: ranges of parts do not add up.'
                : ''}
            </p>
            <ForecastChart points={forecastPoints(sold, ahead)} />
            <ForecastTable points={forecastPoints(sold, ahead)} caption="Units sold and expected by day" />
          </Panel>
        );
      }}
    </Asked>
  );
}
