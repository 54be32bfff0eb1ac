import type { LakeTable } from '../table.ts';
import {
  additive,
  count,
  day,
  money,
  productId,
  SALES,
  storeId,
  supplierId,
  unknownable,
} from './columns.ts';
import { salesDaily } from './gold.ts';

const { gross_sales, discounts, returns, net_sales, units, cogs } = salesDaily.columns;
const measures = { gross_sales, discounts, returns, net_sales, units, cogs };
const week = {
  fiscal_year: count('NRF fiscal year'),
  fiscal_week: count('Week of the fiscal year, 1 … 53'),
};

export const productPerformance = {
  schema: 'gold',
  name: 'product_performance',
  grain: 'store × product × fiscal week',
  label: 'Internal',
  key: ['store_id', 'fiscal_year', 'fiscal_week', 'product_id'],
  partitions: [],
  additivity: additive(...SALES, 'cogs'),
  columns: {
    store_id: storeId,
    product_id: productId,
    ...week,
    ...measures,
    selling_days: count('Business dates with a sale or return; not to be added up over products or stores'),
  },
} as const satisfies LakeTable;

export const storePerformance = {
  schema: 'gold',
  name: 'store_performance',
  grain: 'store × fiscal week with trade',
  label: 'Internal',
  key: ['store_id', 'fiscal_year', 'fiscal_week'],
  partitions: [],
  additivity: additive(
    ...SALES,
    'cogs',
    'transactions',
    'visits',
    'labour_hours',
    'labour_cost',
    'net_sales_target',
    'net_sales_last_year',
  ),
  columns: {
    store_id: storeId,
    ...week,
    week_from: day('First day of the week, a Sunday'),
    trading_days: count('Business dates with trade'),
    ...measures,
    transactions: count('Tickets with at least one item sold'),
    visits: unknownable(count('People counted at the door')),
    labour_hours: { sqlType: 'decimal(18,2)', nullable: true, meaning: 'Hours worked on the floor' },
    labour_cost: unknownable(money('Cost of those hours')),
    net_sales_target: unknownable(money('Net sales the store was asked for on the days it traded')),
    net_sales_last_year: unknownable(money('Net sales of the week 52 weeks earlier, where the store traded')),
    is_comp: {
      sqlType: 'bit',
      meaning:
        'Whether the store counts for comparable sales: open for 13 full fiscal periods before the week, and neither shut nor remodelled in it or 52 weeks earlier',
    },
  },
} as const satisfies LakeTable;

export const supplierPerformance = {
  schema: 'gold',
  name: 'supplier_performance',
  grain: 'supplier, over order lines promised in the 91 days up to the last closed date',
  label: 'Internal',
  key: ['supplier_id'],
  partitions: [],
  additivity: additive(
    'lines_due',
    'lines_on_time_in_full',
    'ordered_units',
    'units_on_time',
    'received_units',
    'lines_received',
  ),
  columns: {
    supplier_id: supplierId,
    supplier_name: { sqlType: 'nvarchar(100)', meaning: 'Name people read' },
    window_from: day('First promised date that counts'),
    window_to: day('Last promised date that counts: the last closed date'),
    lines_due: count('Order lines promised in the window'),
    lines_on_time_in_full: count(
      'Of these, wholly received by the promised date: OTIF by line = this ÷ lines due',
    ),
    ordered_units: count('Units of the lines due'),
    units_on_time: count('Units of these that came by the promised date'),
    received_units: count('Units of these that came at all: fill rate by unit = this ÷ ordered'),
    agreed_lead_time_days: unknownable(count('Days from order to delivery, as agreed')),
    lines_received: count('Lines due of which anything came: lead times run from order to the last delivery'),
    lead_time_mean: { sqlType: 'decimal(18,4)', nullable: true, meaning: 'Mean lead time in days' },
    lead_time_variance: {
      sqlType: 'decimal(18,4)',
      nullable: true,
      meaning: 'Variance of the lead time in days²; CV = √variance ÷ mean',
    },
    lead_time_p90: unknownable(count('Lead time in days that nine lines in ten keep within')),
  },
} as const satisfies LakeTable;
