import type { LakeTable } from '../table.ts';
import { calendar as silverCalendar } from './calendar.ts';
import { additive, money, SALES, unknownable } from './columns.ts';
import { importedRows, lakeBuilds, products as silverProducts, stores as silverStores } from './silver.ts';

const cogs = unknownable(
  money('Cost of the goods sold − of those brought back, at the cost of the day; empty where one is unknown'),
);

const salesMeasures = {
  gross_sales: {
    sqlType: 'decimal(18,2)',
    meaning: 'Sold at ticket price, ex tax, before discounts and returns',
  },
  discounts: { sqlType: 'decimal(18,2)', meaning: 'Reductions given on sales, positive' },
  returns: { sqlType: 'decimal(18,2)', meaning: 'Value of goods brought back on this day, positive' },
  net_sales: { sqlType: 'decimal(18,2)', meaning: 'Gross sales − discounts − returns' },
} as const;

export const salesDaily = {
  schema: 'gold',
  name: 'sales_daily',
  grain: 'store × product × business date',
  label: 'Internal',
  key: ['store_id', 'business_date', 'product_id'],
  partitions: ['year', 'month'],
  partitionedOn: 'business_date',
  monthly: true,
  additivity: additive(...SALES, 'cogs'),
  columns: {
    business_date: { sqlType: 'date', meaning: 'Trading day in store-local terms' },
    store_id: { sqlType: 'varchar(16)', meaning: 'Store that made the sale' },
    product_id: { sqlType: 'varchar(32)', meaning: 'Product' },
    ...salesMeasures,
    units: { sqlType: 'int', meaning: 'Units sold − units returned' },
    cogs,
  },
} as const satisfies LakeTable;

export const storeDay = {
  schema: 'gold',
  name: 'store_day',
  grain: 'store × country × business date',
  label: 'Internal',
  key: ['store_id', 'business_date', 'country'],
  partitions: ['year', 'month'],
  partitionedOn: 'business_date',
  monthly: true,
  additivity: additive(...SALES, 'transactions', 'cogs'),
  columns: {
    business_date: { sqlType: 'date', meaning: 'Trading day in store-local terms' },
    store_id: { sqlType: 'varchar(16)', meaning: 'Store that made the sale' },
    country: { sqlType: 'nvarchar(64)', meaning: 'Country of the customer or the store' },
    ...salesMeasures,
    units: { sqlType: 'int', meaning: 'Units sold − units returned' },
    transactions: { sqlType: 'int', meaning: 'Tickets with at least one item sold' },
    cogs,
  },
} as const satisfies LakeTable;

const { keptAs: _kept, ...asKept } = silverProducts;
const { valid_from: _from, valid_to: _to, is_current: _current, ...productColumns } = silverProducts.columns;
export const products = {
  ...asKept,
  schema: 'gold',
  grain: 'product, as it is now',
  key: ['product_id'],
  columns: productColumns,
} as const satisfies LakeTable;

export const calendar = { ...silverCalendar, schema: 'gold' } as const satisfies LakeTable;
export const stores = { ...silverStores, schema: 'gold' } as const satisfies LakeTable;
export const importReport = {
  ...importedRows,
  schema: 'gold',
  name: 'import_report',
} as const satisfies LakeTable;
export const lakeStatus = { ...lakeBuilds, schema: 'gold', name: 'lake_status' } as const satisfies LakeTable;
