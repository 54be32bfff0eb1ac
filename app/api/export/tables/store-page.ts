import {
  SHELF_COLUMNS,
  STORE_DAY_COLUMNS,
  storeDayRows,
  WEEKDAY_COLUMNS,
  weekdayRows,
} from '#lib/store-day-columns.ts';
import { weekdayPattern } from '#lib/weekday-pattern.ts';
import { listShelfGaps } from '#server/synapse/stores/list-shelf-gaps.ts';
import { listStoreDays } from '#server/synapse/stores/list-store-days.ts';
import { storesView } from '../../../(dashboard)/compared-stores.ts';
import { exportAnswer, type TableExport } from '../table-export.ts';

const OF_STORES = { page: 'stores', label: 'Internal' } as const;
/** As many as one question gives. */
const MOST = 200;

/** The tables of a store's page, for the stores of the address; of several they hold the sums. */
export const STORE_PAGE_EXPORTS: Readonly<Record<string, TableExport>> = {
  'store-days': {
    ...OF_STORES,
    title: 'Sales, people and hours by day',
    ask: async ({ scope, search, lake }) => {
      const { period } = storesView(search, lake);
      const answer = await listStoreDays({ period }, scope);
      return exportAnswer(STORE_DAY_COLUMNS, { ...answer, rows: storeDayRows(answer.rows) }, { period });
    },
  },
  staffing: {
    ...OF_STORES,
    title: 'Staffing by weekday',
    ask: async ({ scope, search, lake }) => {
      const { period } = storesView(search, lake);
      const answer = await listStoreDays({ period }, scope);
      const rows = weekdayRows(weekdayPattern(answer.rows));
      return exportAnswer(WEEKDAY_COLUMNS, { ...answer, rows }, { period });
    },
  },
  'empty-shelves': {
    ...OF_STORES,
    title: 'Empty shelves',
    ask: async ({ scope }) => {
      const answer = await listShelfGaps({ top: MOST }, scope);
      return exportAnswer(SHELF_COLUMNS, { ...answer, truncated: answer.rows.length === MOST });
    },
  },
};
