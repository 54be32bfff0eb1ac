import { BENCHMARK_METRICS } from '#lib/store-benchmarks.ts';
import {
  BRIDGE_COLUMNS,
  benchmarkColumns,
  REGION_COLUMNS,
  REGION_MARGIN_COLUMNS,
  TARGET_COLUMNS,
} from '#lib/store-columns.ts';
import { SHELF_COLUMNS, STORE_DAY_COLUMNS, WEEKDAY_COLUMNS } from '#lib/store-day-columns.ts';
import { type ApiEndpoint, apiEndpoint } from '../api-endpoint.ts';

const COMP = { own: ['comp'] } as const;

export const STORE_ENDPOINTS: readonly ApiEndpoint[] = [
  apiEndpoint(
    'stores',
    'store-benchmarks',
    'Every figure of every store beside the mean of its peers; margins for those who may see them',
    benchmarkColumns(BENCHMARK_METRICS),
    COMP,
  ),
  apiEndpoint(
    'stores/targets',
    'stores-against-target',
    'Stores against target, the best first',
    TARGET_COLUMNS,
    COMP,
  ),
  apiEndpoint(
    'stores/days',
    'store-days',
    'Sales, people and hours day by day, summed over the stores asked for',
    STORE_DAY_COLUMNS,
  ),
  apiEndpoint('stores/weekdays', 'staffing', 'An average day of each weekday', WEEKDAY_COLUMNS),
  apiEndpoint(
    'stores/empty-shelves',
    'empty-shelves',
    'Ranged products without a unit on hand, what sold best first',
    SHELF_COLUMNS,
  ),
  apiEndpoint(
    'regions',
    'regions',
    'Regions against their basis and their target; margins for those who may see them',
    [...REGION_COLUMNS, ...REGION_MARGIN_COLUMNS],
    COMP,
  ),
  apiEndpoint(
    'regions/sales-bridge',
    'sales-bridge',
    'What moved net sales, in parts that sum to the penny',
    BRIDGE_COLUMNS,
    { own: ['comp', 'bridge'] },
  ),
];
