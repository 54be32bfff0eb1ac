import { explained, ORDER_COLUMNS, type OrderLine } from '#lib/order-line.ts';
import type { RowScope } from '#lib/scope.ts';
import { SELL_THROUGH_COLUMNS, sellThroughByCategory } from '#lib/sell-through.ts';
import { CLASS_COLUMNS, COVER_COLUMNS, categoryCover, classRows, productCover } from '#lib/stock-columns.ts';
import { totalStock } from '#lib/stock-health.ts';
import {
  EXCESS_COLUMNS,
  moveInWords,
  OUT_COLUMNS,
  PHANTOM_COLUMNS,
  TRANSFER_COLUMNS,
} from '#lib/stock-trouble.ts';
import { listCategoryStock } from '#server/synapse/inventory/list-category-stock.ts';
import { listOrderLines } from '#server/synapse/inventory/list-order-lines.ts';
import { listProductStock } from '#server/synapse/inventory/list-product-stock.ts';
import { listStockClasses } from '#server/synapse/inventory/list-stock-classes.ts';
import {
  listExcessStock,
  listPhantomStock,
  listStockouts,
} from '#server/synapse/inventory/list-stock-trouble.ts';
import { listTransfers } from '#server/synapse/inventory/list-transfers.ts';
import { chooseCategory } from '../../../(dashboard)/inventory/stock-view.ts';
import { type ExportRow, exportAnswer, exportColumns, type TableExport } from '../table-export.ts';

const OF_STOCK = { page: 'inventory', label: 'Internal' } as const;
const MOST = 500;
const BATCH = 1_000;

/** The tables of the inventory page. The order list is whole, however long it is. */
export const INVENTORY_EXPORTS: Readonly<Record<string, TableExport>> = {
  orders: {
    ...OF_STOCK,
    title: 'What to order',
    ask: async ({ scope }) => {
      const [first, stock] = await Promise.all([
        listOrderLines({ after: 0, top: BATCH }, scope),
        listCategoryStock({}, scope),
      ]);
      return {
        columns: exportColumns(ORDER_COLUMNS),
        batches: orderBatches(first.rows, scope),
        total: totalStock(stock.rows).orderLines,
        queriedAt: first.queriedAt,
        period: null,
      };
    },
  },
  'days-of-cover': {
    ...OF_STOCK,
    title: 'Days of cover',
    ask: async ({ scope, search }) => {
      const category = chooseCategory(search);
      const about = [['Category', category ?? 'All categories']] as const;
      if (category === null) {
        const answer = await listCategoryStock({}, scope);
        return exportAnswer(COVER_COLUMNS, { ...answer, rows: categoryCover(answer.rows) }, { about });
      }
      const answer = await listProductStock({ category }, scope);
      return exportAnswer(COVER_COLUMNS, { ...answer, rows: productCover(answer.rows, category) }, { about });
    },
  },
  'stock-classes': {
    ...OF_STOCK,
    title: 'Products by ABC and XYZ',
    ask: async ({ scope }) => {
      const answer = await listStockClasses({}, scope);
      return exportAnswer(CLASS_COLUMNS, { ...answer, rows: classRows(answer.rows) });
    },
  },
  stockouts: {
    ...OF_STOCK,
    title: 'Out of stock',
    ask: async ({ scope }) => exportAnswer(OUT_COLUMNS, await listStockouts({ top: MOST }, scope)),
  },
  'excess-stock': {
    ...OF_STOCK,
    title: 'Too much stock',
    ask: async ({ scope }) => exportAnswer(EXCESS_COLUMNS, await listExcessStock({ top: MOST }, scope)),
  },
  'phantom-stock': {
    ...OF_STOCK,
    title: 'Stock to count',
    ask: async ({ scope }) => exportAnswer(PHANTOM_COLUMNS, await listPhantomStock({ top: MOST }, scope)),
  },
  transfers: {
    ...OF_STOCK,
    title: 'Moves between stores',
    ask: async ({ scope }) => {
      const answer = await listTransfers({ top: MOST }, scope);
      const rows = answer.rows.map((row) => ({ ...row, what: moveInWords(row) }));
      return exportAnswer(TRANSFER_COLUMNS, { ...answer, rows });
    },
  },
  'sell-through': {
    ...OF_STOCK,
    title: 'Sell-through in 28 days',
    ask: async ({ scope }) => {
      const answer = await listCategoryStock({}, scope);
      return exportAnswer(SELL_THROUGH_COLUMNS, { ...answer, rows: sellThroughByCategory(answer.rows) });
    },
  },
};

/** Batch after batch until one comes short; each continues where the one before ended. */
async function* orderBatches(first: readonly OrderLine[], scope: RowScope) {
  for (let rows = first, after = 0; rows.length > 0; ) {
    yield explained(rows) as unknown as readonly ExportRow[];
    if (rows.length < BATCH) return;
    after += BATCH;
    rows = (await listOrderLines({ after, top: BATCH }, scope)).rows;
  }
}
