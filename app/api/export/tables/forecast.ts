import { addDays } from '#lib/business-date.ts';
import { forecastColumns, forecastLines } from '#lib/forecast-columns.ts';
import { askParts } from '../../../(dashboard)/forecast/ask-parts.ts';
import { forecastView } from '../../../(dashboard)/forecast/forecast-view.ts';
import { exportAnswer, type TableExport } from '../table-export.ts';

const DAYS_AHEAD = 30;

export const FORECAST_EXPORTS: Readonly<Record<string, TableExport>> = {
  'forecast-parts': {
    page: 'forecast',
    label: 'Internal',
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
