import type { LakeTable } from './table.ts';
import * as gold from './tables/gold.ts';
import * as silver from './tables/silver.ts';

/** Every table of the lake, declared once. Silver tables are what the gold models read. */
export const SILVER_TABLES: readonly LakeTable[] = Object.values(silver);
export const GOLD_TABLES: readonly LakeTable[] = Object.values(gold);
