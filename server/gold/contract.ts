import type { LakeTable } from './table.ts';
import * as affinity from './tables/affinity.ts';
import * as build from './tables/build.ts';
import * as calendar from './tables/calendar.ts';
import * as campaigns from './tables/campaigns.ts';
import * as customerRecords from './tables/customer-records.ts';
import * as customerScience from './tables/customer-science.ts';
import * as customers from './tables/customers.ts';
import * as demand from './tables/demand.ts';
import { demandDrivers } from './tables/demand-drivers.ts';
import * as gold from './tables/gold.ts';
import * as goldCampaigns from './tables/gold-campaigns.ts';
import * as goldChannels from './tables/gold-channels.ts';
import * as goldCustomers from './tables/gold-customers.ts';
import * as goldOperations from './tables/gold-operations.ts';
import * as goldPerformance from './tables/gold-performance.ts';
import * as goldPrices from './tables/gold-prices.ts';
import * as goldRecords from './tables/gold-records.ts';
import * as goldStock from './tables/gold-stock.ts';
import { payments } from './tables/payments.ts';
import * as replenishment from './tables/replenishment.ts';
import { salesHourly } from './tables/sales-hourly.ts';
import * as silver from './tables/silver.ts';
import * as stock from './tables/stock.ts';
import * as supplierLines from './tables/supplier-lines.ts';
import * as trading from './tables/trading.ts';

/** Silver tables that a source may know nothing of; those stay empty. */
export const RECORD_TABLES = { ...customers, ...stock, ...trading, ...campaigns, payments };

const TABLES = [
  ...[silver, calendar, build, RECORD_TABLES, gold, { salesHourly, demandDrivers }],
  ...[goldChannels, goldCustomers, goldOperations, goldPerformance, goldRecords, goldStock, goldPrices],
  ...[customerRecords, customerScience, affinity, goldCampaigns],
  ...[demand, replenishment, supplierLines],
].flatMap((tables) => Object.values<LakeTable>({ ...tables }));

/** Every table of the lake, declared once. Silver tables are what the gold models read. */
export const SILVER_TABLES = TABLES.filter(({ schema }) => schema === 'silver');
export const GOLD_TABLES = TABLES.filter(({ schema }) => schema === 'gold');

/** Gold tables that a T-SQL model makes; the others are what our own statistics found in these. */
export const MODEL_TABLES = GOLD_TABLES.filter(({ madeBy }) => madeBy === undefined);
