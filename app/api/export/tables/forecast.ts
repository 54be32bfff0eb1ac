import { addDays } from '#lib/business-date.ts';
import {
  ACCURACY_COLUMNS,
  FORECAST_DAY_COLUMNS,
  forecastColumns,
  forecastDayRows,
  forecastLines,
  TRIAL_COLUMNS,
} from '#lib/forecast-columns.ts';
import { listChainAccuracy, listStoreAccuracy } from '#server/synapse/forecast/list-accuracy.ts';
import { listDemandDays } from '#server/synapse/forecast/list-demand-days.ts';
import { listStores } from '#server/synapse/stores/list-stores.ts';
import { askForecast } from '../../../(dashboard)/forecast/ask-forecast.ts';
import { askParts } from '../../../(dashboard)/forecast/ask-parts.ts';
import { forecastView } from '../../../(dashboard)/forecast/forecast-view.ts';
import { exportAnswer, type TableExport } from '../table-export.ts';

const DAYS_AHEAD = 30;

const OF_FORECAST = { page: 'forecast', label: 'Internal' } as const;

export const FORECAST_EXPORTS: Readonly<Record<string, TableExport>> = {
  'forecast-days': {
    ...OF_FORECAST,
    title: 'Units sold and expected by day',
    ask: async ({ scope, search, lake }) => {
      const view = forecastView(lake, search);
      const part = { category: view.category ?? '', productId: view.productId ?? '' };
      const [forecast, sold] = await Promise.all([askForecast(view, scope), listDemandDays(part, scope)]);
      const ahead = forecast.days.filter(({ originDate }) => originDate === lake.lastClosedDate);
      return exportAnswer(
        FORECAST_DAY_COLUMNS,
        { ...sold, rows: forecastDayRows(sold.rows, ahead) },
        { about: [['Of', forecast.of]] },
      );
    },
  },
  'forecast-trial': {
    ...OF_FORECAST,
    title: 'The forecast of 30 days ago',
    ask: async ({ scope, search, lake }) => {
      const forecast = await askForecast(forecastView(lake, search), scope);
      const rows = forecast.days.filter(({ originDate }) => originDate !== lake.lastClosedDate);
      return exportAnswer(
        TRIAL_COLUMNS,
        { rows, truncated: false, queriedAt: forecast.queriedAt },
        { about: [['Of', forecast.of]] },
      );
    },
  },
  'forecast-accuracy': {
    ...OF_FORECAST,
    title: 'Errors of past forecasts',
    ask: async ({ scope }) => {
      const stores = await listStores({}, scope);
      const isOne = stores.rows.length === 1;
      return exportAnswer(
        ACCURACY_COLUMNS,
        isOne ? await listStoreAccuracy({}, scope) : await listChainAccuracy({}),
        { about: [['Errors of', isOne ? 'this store' : 'all stores of the chain']] },
      );
    },
  },
  'forecast-parts': {
    ...OF_FORECAST,
    title: 'Units expected in 30 days',
    ask: async ({ scope, search, lake }) => {
      const { category, productId } = forecastView(lake, search);
      const { title, ...answer } = await askParts(scope, category, productId);
      return exportAnswer(
        forecastColumns(title),
        { ...answer, rows: forecastLines(answer.rows, title, () => null) },
        { period: { from: addDays(lake.lastClosedDate, 1), to: addDays(lake.lastClosedDate, DAYS_AHEAD) } },
      );
    },
  },
};
