import type { Column } from '../table.ts';

/** Columns that mean the same wherever they stand. */
export const storeId = { sqlType: 'varchar(16)', meaning: 'Store' } as const satisfies Column;
export const productId = {
  sqlType: 'varchar(32)',
  meaning: 'Product, in upper case',
} as const satisfies Column;
export const customerId = {
  sqlType: 'varchar(32)',
  meaning: 'Customer, as the source numbers them',
} as const satisfies Column;
export const supplierId = { sqlType: 'varchar(16)', meaning: 'Supplier' } as const satisfies Column;
export const businessDate = {
  sqlType: 'date',
  meaning: 'Trading day in store-local terms',
} as const satisfies Column;

/** The days on which one version of a thing holds: a day d belongs to it where valid_from <= d < valid_to. */
export const validity = {
  valid_from: { sqlType: 'date', meaning: 'First day this version holds; 1900-01-01 where nobody knows' },
  valid_to: { sqlType: 'date', meaning: 'First day it no longer holds; 9999-12-31 for the current one' },
  is_current: { sqlType: 'bit', meaning: 'Whether this is the version that holds now' },
} as const satisfies Record<string, Column>;

export const money = (meaning: string) => ({ sqlType: 'decimal(18,2)', meaning }) as const satisfies Column;
export const count = (meaning: string) => ({ sqlType: 'int', meaning }) as const satisfies Column;
export const day = (meaning: string) => ({ sqlType: 'date', meaning }) as const satisfies Column;

/** The column where a source may not know it. */
export const unknownable = <C extends Column>(column: C) => ({ ...column, nullable: true }) as const;

/** Measures that may be added up over whatever their table tells apart. */
export const additive = <M extends string>(...measures: M[]) =>
  Object.fromEntries(measures.map((measure) => [measure, 'additive'])) as Record<M, 'additive'>;

/** What every table of sales adds up. */
export const SALES = ['gross_sales', 'discounts', 'returns', 'net_sales', 'units'] as const;
