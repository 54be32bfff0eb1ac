import { RULE_COLUMNS } from '#lib/affinity-columns.ts';
import {
  ACCURACY_COLUMNS,
  FORECAST_DAY_COLUMNS,
  forecastColumns,
  TRIAL_COLUMNS,
} from '#lib/forecast-columns.ts';
import { REPORT_COLUMNS } from '#lib/import-report.ts';
import {
  DECISION_COLUMNS,
  MARKDOWN_COLUMNS,
  OUTCOME_COLUMNS,
  RECOMMENDATION_COLUMNS,
} from '#lib/price-columns.ts';
import { type ApiEndpoint, apiEndpoint } from '../api-endpoint.ts';

const PRODUCT = { own: ['product'] } as const;

/** What the statistics found, what people made of it, and what the figures were made from. */
export const DECISION_ENDPOINTS: readonly ApiEndpoint[] = [
  apiEndpoint(
    'prices',
    'prices',
    'Recommended prices, most margin at stake first; ends of intervals hold nine in ten',
    RECOMMENDATION_COLUMNS,
    { own: ['standing'] },
  ),
  apiEndpoint('prices/markdowns', 'markdowns', 'Markdowns of ageing stock, week by week', MARKDOWN_COLUMNS),
  apiEndpoint(
    'prices/decisions',
    'price-decisions',
    'What people decided about prices, newest first',
    DECISION_COLUMNS,
    PRODUCT,
  ),
  apiEndpoint(
    'prices/outcomes',
    'price-outcomes',
    'What became of changes of price, newest first',
    OUTCOME_COLUMNS,
    PRODUCT,
  ),
  apiEndpoint(
    'forecast',
    'forecast-parts',
    'Units expected in 30 days by store, category or product, one level below what is chosen',
    forecastColumns('Product'),
    PRODUCT,
  ),
  apiEndpoint(
    'forecast/days',
    'forecast-days',
    'Units sold and expected by day',
    FORECAST_DAY_COLUMNS,
    PRODUCT,
  ),
  apiEndpoint(
    'forecast/trial',
    'forecast-trial',
    'The forecast of 30 days ago beside what came of it',
    TRIAL_COLUMNS,
    PRODUCT,
  ),
  apiEndpoint('forecast/accuracy', 'forecast-accuracy', 'Errors of past forecasts', ACCURACY_COLUMNS),
  apiEndpoint('import-report', 'import-report', 'What became of every row of the source', REPORT_COLUMNS),
  apiEndpoint('baskets', 'affinity-rules', 'What is bought together more than by chance', RULE_COLUMNS, {
    own: ['level', 'format', 'season'],
  }),
];
