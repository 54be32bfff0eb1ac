import { type Comparison, chooseBasis, compare } from '#lib/comparison.ts';
import { choosePeriod } from '#lib/period.ts';
import { holidayCountry } from '#lib/public-holidays.ts';
import {
  COUNTRY_COLUMNS,
  DAY_COLUMNS,
  PRODUCT_COLUMNS,
  STORE_COLUMNS,
  withChange,
} from '#lib/sales-columns.ts';
import { listDailySales } from '#server/synapse/sales/list-daily-sales.ts';
import { listSalesByCountry } from '#server/synapse/sales/list-sales-by-country.ts';
import { listSalesByStore } from '#server/synapse/sales/list-sales-by-store.ts';
import { listTopProducts } from '#server/synapse/sales/list-top-products.ts';
import { type ExportRequest, exportAnswer, type TableExport } from '../table-export.ts';

const MOST_PRODUCTS = 200;
const OF_SALES = { page: 'sales', label: 'Internal' } as const;

/** The tables of the sales page. They ask what the page asks. */
export const SALES_EXPORTS: Readonly<Record<string, TableExport>> = {
  'sales-by-day': {
    ...OF_SALES,
    title: 'Sales by day',
    ask: async (request) => {
      const { period } = chosenDays(request);
      return exportAnswer(DAY_COLUMNS, await listDailySales({ period }, request.scope), { period });
    },
  },
  'sales-by-store': {
    ...OF_SALES,
    title: 'Sales by store',
    ask: async (request) => {
      const { period, comparison, days } = chosenDays(request);
      const answer = await listSalesByStore({ period, basis: days }, request.scope);
      return exportAnswer(
        STORE_COLUMNS,
        { ...answer, rows: withChange(answer.rows, comparison) },
        { period, about: basisOf(comparison) },
      );
    },
  },
  'sales-by-country': {
    ...OF_SALES,
    title: 'Sales by country',
    ask: async (request) => {
      const { period, comparison, days } = chosenDays(request);
      const answer = await listSalesByCountry({ period, basis: days }, request.scope);
      return exportAnswer(
        COUNTRY_COLUMNS,
        { ...answer, rows: withChange(answer.rows, comparison) },
        { period, about: basisOf(comparison) },
      );
    },
  },
  'top-products': {
    ...OF_SALES,
    title: `Top ${MOST_PRODUCTS} products by net sales`,
    ask: async (request) => {
      const { period, comparison, days } = chosenDays(request);
      const answer = await listTopProducts({ period, basis: days, top: MOST_PRODUCTS }, request.scope);
      return exportAnswer(
        PRODUCT_COLUMNS,
        { ...answer, rows: withChange(answer.rows, comparison) },
        { period, about: basisOf(comparison) },
      );
    },
  },
};

/** Which days an address asks for, read as the page reads it. */
function chosenDays({ search, lake }: ExportRequest) {
  const held = { from: lake.firstDate, to: lake.lastClosedDate };
  const { period, preset } = choosePeriod(search, held);
  const country = holidayCountry(lake.timeZone);
  const comparison = compare(period, chooseBasis(search), held, { preset, country });
  return { period, comparison, days: comparison.days };
}

const basisOf = (comparison: Comparison) => [['Basis', comparison.words]] as const;
