import { maySee } from '#lib/roles.ts';
import { LOST_MARGIN_COLUMN, SCORECARD_COLUMNS, scoredSupplier } from '#lib/supplier-scorecard.ts';
import { supplierWindows } from '#lib/supplier-window.ts';
import { listScorecards } from '#server/synapse/suppliers/list-scorecards.ts';
import { exportAnswer, type TableExport } from '../table-export.ts';

export const SUPPLIER_EXPORTS: Readonly<Record<string, TableExport>> = {
  suppliers: {
    page: 'suppliers',
    label: 'Internal',
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
