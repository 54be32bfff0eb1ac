import { ForecastChart } from '#components/charts/forecast-chart.tsx';
import { forecastPoints } from '#components/charts/forecast-option.ts';
import { ForecastTable } from '#components/charts/forecast-table.tsx';
import { ExportLink } from '#components/panel/export-link.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { AccuracyTable } from '#components/table/accuracy-table.tsx';
import { addressWith } from '#lib/address.ts';
import { accuracyInWords } from '#lib/demand-forecast.ts';
import { formatDay } from '#lib/figures.ts';
import { listChainAccuracy, listStoreAccuracy } from '#server/synapse/forecast/list-accuracy.ts';
import { listStores } from '#server/synapse/stores/list-stores.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { askForecast } from './ask-forecast.ts';
import type { ForecastView } from './forecast-view.ts';

/** How right such forecasts were: in words, in figures, and the one of 30 days ago day by day. */
export async function TrialPanel({ view }: { view: ForecastView }) {
  const { lake, search } = view;
  const { scope } = await requirePlaceScope('forecast', search);
  const ask = async () => {
    const [forecast, stores] = await Promise.all([askForecast(view, scope), listStores({}, scope)]);
    const accuracy =
      stores.rows.length === 1 ? await listStoreAccuracy({}, scope) : await listChainAccuracy({});
    return { forecast, accuracy: accuracy.rows, isOwn: stores.rows.length === 1, stale: accuracy.stale };
  };
  return (
    <Panel
      title="How right such forecasts were"
      subtitle="Forecasts made on past days, beside what came of them"
      action={
        <ExportLink
          href={addressWith('/api/export/forecast-trial', search)}
          table="the forecast of 30 days ago"
        />
      }
    >
      <Asked ask={ask} timeZone={lake.timeZone}>
        {({ forecast, accuracy, isOwn }) => {
          const words = accuracyInWords(accuracy, forecast.level);
          const tried = forecast.days.filter(({ originDate }) => originDate !== lake.lastClosedDate);
          const [first] = tried;
          if (words === '') return <PanelEmpty>Too short a history to try forecasts on.</PanelEmpty>;
          return (
            <>
              <p className="mb-3" data-accuracy>
                {words}
                {isOwn || forecast.level === 'chain' ? '' : ' That is over all stores of the chain.'}
              </p>
              {first ? (
                <>
                  <p className="mb-1 text-sm text-ink-muted">
                    Made at the close of {formatDay(first.originDate)}, of what was in stock
                  </p>
                  <ForecastChart points={forecastPoints([], tried)} />
                  <ForecastTable points={forecastPoints([], tried)} caption="The forecast of 30 days ago" />
                </>
              ) : null}
              <AccuracyTable rows={accuracy} levelName={forecast.level} />
            </>
          );
        }}
      </Asked>
    </Panel>
  );
}
