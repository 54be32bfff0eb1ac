import { levelBelow, pathTo } from '#lib/category-tree.ts';
import { hourInWords, WEEKDAYS } from '#lib/hours-of-week.ts';
import { PLACEMENT_COLUMNS, placementRows } from '#lib/placement-sales.ts';
import {
  COUNTRY_COLUMNS,
  DAY_COLUMNS,
  dayRows,
  HOUR_COLUMNS,
  PROMOTION_COLUMNS,
  promotionRows,
  RETURN_COLUMNS,
  returnRows,
  STORE_COLUMNS,
  salesColumns,
  salesRows,
  withChange,
} from '#lib/sales-columns.ts';
import { regionSales, storeSales } from '#lib/sales-ranking.ts';
import { listCategories } from '#server/synapse/products/list-categories.ts';
import { listHoursOfWeek } from '#server/synapse/sales/list-hours-of-week.ts';
import { listPlacementSales } from '#server/synapse/sales/list-placement-sales.ts';
import { listPromotionSales } from '#server/synapse/sales/list-promotion-sales.ts';
import { listSalesByCategory } from '#server/synapse/sales/list-sales-by-category.ts';
import { listSalesByChannel } from '#server/synapse/sales/list-sales-by-channel.ts';
import { listSalesByCountry } from '#server/synapse/sales/list-sales-by-country.ts';
import { listSalesByDay } from '#server/synapse/sales/list-sales-by-day.ts';
import { listSalesByStore } from '#server/synapse/sales/list-sales-by-store.ts';
import { listStoreNames } from '#server/synapse/stores/list-store-names.ts';
import {
  narrowingInWords,
  periodsOf,
  type SalesView,
  salesView,
} from '../../../(dashboard)/sales/sales-view.ts';
import { type ExportedTable, type ExportRequest, exportAnswer, type TableExport } from '../table-export.ts';
import { productPages } from './sales-products.ts';

type Ask = (view: SalesView, scope: ExportRequest['scope']) => Promise<ExportedTable>;

/** The tables of the sales page. They ask what the page asks, of the same address. */
const entry = (title: string, ask: Ask): TableExport => ({
  title,
  page: 'sales',
  label: 'Internal',
  ask: async ({ search, lake, scope }) => {
    const view = salesView('', search, lake);
    const narrowed = narrowingInWords(view.narrowing);
    const table = await ask(view, scope);
    const about = [
      ['Basis', view.comparison.words],
      ['Narrowed to', narrowed || 'All channels and categories'],
    ] as const;
    return { ...table, period: view.period, about };
  },
});

export const SALES_EXPORTS: Readonly<Record<string, TableExport>> = {
  'sales-by-day': entry('Sales by day', async (view, scope) => {
    const answer = await listSalesByDay(periodsOf(view), view.narrowing, scope);
    return exportAnswer(DAY_COLUMNS, { ...answer, rows: dayRows(answer.rows) });
  }),
  'sales-by-store': entry('Sales by store', async (view, scope) => {
    const [answer, names] = await askStores(view, scope);
    const rows = withChange(storeSales(answer.rows, names.rows), view.comparison);
    return exportAnswer(STORE_COLUMNS, { ...answer, rows });
  }),
  'sales-by-region': entry('Sales by region', async (view, scope) => {
    const [answer, names] = await askStores(view, scope);
    const rows = salesRows(regionSales(answer.rows, names.rows), view.comparison);
    return exportAnswer(salesColumns('Region'), { ...answer, rows });
  }),
  'sales-by-channel': entry('Sales by channel', async (view, scope) => {
    const answer = await listSalesByChannel(periodsOf(view), view.narrowing, scope);
    return exportAnswer(salesColumns('Channel'), {
      ...answer,
      rows: salesRows(answer.rows, view.comparison),
    });
  }),
  'sales-by-category': entry('Sales by category', async (view, scope) => {
    const answer = await listSalesByCategory(await levelOf(view), periodsOf(view), view.narrowing, scope);
    return exportAnswer(salesColumns('Category'), {
      ...answer,
      rows: salesRows(answer.rows, view.comparison),
    });
  }),
  'sales-by-country': entry('Sales by country', async (view, scope) => {
    const answer = await listSalesByCountry(periodsOf(view), scope);
    return exportAnswer(COUNTRY_COLUMNS, { ...answer, rows: withChange(answer.rows, view.comparison) });
  }),
  'hours-of-week': entry('Hours of the week', async (view, scope) => {
    const answer = await listHoursOfWeek({ period: view.period }, scope);
    const rows = answer.rows.map((row) => ({
      ...row,
      day: WEEKDAYS[row.weekday - 1] ?? '',
      from: hourInWords(row.hour),
    }));
    return exportAnswer(HOUR_COLUMNS, { ...answer, rows });
  }),
  'sales-by-promotion': entry('Promotions', async (view, scope) => {
    const { channel, category } = view.narrowing;
    const asked = { period: view.period, channel: channel ?? '', category: category ?? '' };
    const answer = await listPromotionSales(asked, scope);
    return exportAnswer(PROMOTION_COLUMNS, { ...answer, rows: promotionRows(answer.rows) });
  }),
  'sales-by-placement': entry('Mailer and displays', async (view, scope) => {
    const { channel, category } = view.narrowing;
    const asked = { period: view.period, channel: channel ?? '', category: category ?? '' };
    const answer = await listPlacementSales(asked, scope);
    return exportAnswer(PLACEMENT_COLUMNS, { ...answer, rows: placementRows(answer.rows) });
  }),
  returns: entry('Returns', async (view, scope) => {
    const level = (await levelOf(view)) === 1 ? 2 : 3;
    const answer = await listSalesByCategory(level, periodsOf(view), view.narrowing, scope);
    return exportAnswer(RETURN_COLUMNS, { ...answer, rows: returnRows(answer.rows, view.comparison) });
  }),
  'sales-by-product': entry('Sales by product', productPages),
};

function askStores(view: SalesView, scope: ExportRequest['scope']) {
  return Promise.all([listSalesByStore(periodsOf(view), view.narrowing, scope), listStoreNames({}, scope)]);
}

async function levelOf({ narrowing }: SalesView) {
  const tree = await listCategories({});
  return levelBelow(pathTo(tree.rows, narrowing.category)) ?? 3;
}
