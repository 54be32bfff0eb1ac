import type { LakeTable } from './table.ts';
import * as calendar from './tables/calendar.ts';
import * as customers from './tables/customers.ts';
import * as gold from './tables/gold.ts';
import * as silver from './tables/silver.ts';
import * as stock from './tables/stock.ts';
import * as trading from './tables/trading.ts';

/** Silver tables that a source may know nothing of; those stay empty. */
export const RECORD_TABLES = { ...customers, ...stock, ...trading };

/** Every table of the lake, declared once. Silver tables are what the gold models read. */
export const SILVER_TABLES: readonly LakeTable[] = [silver, calendar, RECORD_TABLES].flatMap((tables) =>
  Object.values<LakeTable>({ ...tables }),
);
export const GOLD_TABLES: readonly LakeTable[] = Object.values(gold);
