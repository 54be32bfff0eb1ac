import { REPORT_COLUMNS } from '#lib/import-report.ts';
import { getImportReport } from '#server/synapse/lake/get-import-report.ts';
import { exportAnswer, type TableExport } from '../table-export.ts';

export const LAKE_EXPORTS: Readonly<Record<string, TableExport>> = {
  'import-report': {
    page: 'lake',
    label: 'Internal',
    title: 'Import report',
    ask: async () => exportAnswer(REPORT_COLUMNS, await getImportReport({})),
  },
};
