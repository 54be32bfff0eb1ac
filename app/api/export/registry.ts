import type { TableExport } from './table-export.ts';
import { SALES_EXPORTS } from './tables/sales.ts';

/** Every table that can be taken away, by its name in the address; one file of entries a subject. */
export const EXPORTS: Readonly<Record<string, TableExport>> = {
  ...SALES_EXPORTS,
};
