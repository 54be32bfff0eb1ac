import type { SearchParams } from '#lib/period.ts';
import { maySee } from '#lib/roles.ts';
import {
  LOST_MARGIN_COLUMN,
  MONTH_COLUMNS,
  monthRows,
  OPEN_LINE_COLUMNS,
  SCORECARD_COLUMNS,
  scoredSupplier,
} from '#lib/supplier-scorecard.ts';
import { supplierWindows } from '#lib/supplier-window.ts';
import { listOpenLines } from '#server/synapse/suppliers/list-open-lines.ts';
import { listScorecards } from '#server/synapse/suppliers/list-scorecards.ts';
import { listSupplierMonths } from '#server/synapse/suppliers/list-supplier-months.ts';
import { exportAnswer, type TableExport } from '../table-export.ts';

const OF_SUPPLIERS = { page: 'suppliers', label: 'Internal' } as const;

/** The scorecard of all suppliers, and with `?supplier=V-01` the tables of one. */
export const SUPPLIER_EXPORTS: Readonly<Record<string, TableExport>> = {
  'supplier-months': {
    ...OF_SUPPLIERS,
    title: 'Supplier month by month',
    ask: async ({ scope, search, lake }) => {
      const { year } = supplierWindows(lake.lastClosedDate);
      const answer = await listSupplierMonths({ supplierId: supplierOf(search), period: year }, scope);
      return exportAnswer(MONTH_COLUMNS, { ...answer, rows: monthRows(answer.rows) }, { period: year });
    },
  },
  'open-order-lines': {
    ...OF_SUPPLIERS,
    title: 'Open order lines',
    ask: async ({ scope, search }) =>
      exportAnswer(OPEN_LINE_COLUMNS, await listOpenLines({ supplierId: supplierOf(search) }, scope)),
  },
  suppliers: {
    ...OF_SUPPLIERS,
    title: 'Supplier scorecard',
    ask: async ({ role, scope, lake }) => {
      const { period, before } = supplierWindows(lake.lastClosedDate);
      const answer = await listScorecards({ period, before }, scope);
      const columns = maySee(role, 'margin') ? [...SCORECARD_COLUMNS, LOST_MARGIN_COLUMN] : SCORECARD_COLUMNS;
      const rows = answer.rows.map((card) => scoredSupplier(card, ''));
      return exportAnswer(columns, { ...answer, rows }, { period });
    },
  },
};

const supplierOf = ({ supplier }: SearchParams): string =>
  typeof supplier === 'string' ? supplier.slice(0, 16) : '';
