import { GOLD_TABLES, SILVER_TABLES } from '#server/gold/contract.ts';
import { type Column, qualifiedName } from '#server/gold/table.ts';
import type { NamedColumn } from './scope.ts';
import { parseType } from './sql-type.ts';

/** Columns of every table of the contract, by `schema.table`. */
export const CONTRACT_TABLES: ReadonlyMap<string, readonly NamedColumn[]> = new Map(
  [...SILVER_TABLES, ...GOLD_TABLES].map((table) => [
    qualifiedName(table),
    [
      ...Object.entries<Column>(table.columns).map(([name, { sqlType }]) => ({
        name,
        type: parseType(sqlType),
        trimmed: true as const,
      })),
      // The folders a view lies in are columns of it, so that a condition on them leaves files out.
      ...table.partitions.map((name) => ({ name, type: parseType('int'), trimmed: true as const })),
    ],
  ]),
);
