import type { LakeTable } from '../table.ts';
import { additive, businessDate, count, day, productId, storeId, unknownable } from './columns.ts';

/** What our own statistics expect to be sold, and how right they were. Means add up over levels; quantiles never do. */

const units = (meaning: string) => ({ sqlType: 'decimal(18,4)', meaning }) as const;
const fraction = (meaning: string) => ({ sqlType: 'decimal(18,6)', nullable: true, meaning }) as const;
const category = {
  sqlType: 'nvarchar(100)',
  meaning: 'Category; empty for everything in the store, or where the source has none',
} as const;

const course = {
  origin_date: day('Last day that was seen: the last closed date, or 30 days earlier for the trial'),
  business_date: day('Day that is forecast'),
  mean_units: units('Units expected to be wanted; the exact sum of what is expected of the parts'),
  p10_units: units('One day in ten has fewer. Of this level; quantiles of parts do not add up'),
  p50_units: units('Half of days have fewer'),
  p90_units: units('Nine days in ten have fewer'),
  actual_units: unknownable(
    units('Trial: units sold that day, of what was in stock; expected units leave out the same'),
  ),
  naive_units: unknownable(units('Trial: units of the same weekday of the last week seen')),
} as const;

export const demandForecast = {
  schema: 'gold',
  name: 'demand_forecast',
  grain: 'store × product × day, 30 days after the last closed one',
  label: 'Internal',
  key: ['store_id', 'product_id', 'business_date'],
  partitions: [],
  madeBy: 'science',
  additivity: additive('mean_units'),
  columns: {
    store_id: storeId,
    product_id: productId,
    business_date: day('Day that is forecast'),
    mean_units: course.mean_units,
    p10_units: course.p10_units,
    p50_units: course.p50_units,
    p90_units: course.p90_units,
  },
} as const satisfies LakeTable;

export const forecastLevels = {
  schema: 'gold',
  name: 'forecast_levels',
  grain: 'store × category or the whole store × day, forecast now and 30 days ago',
  label: 'Internal',
  key: ['store_id', 'category', 'origin_date', 'business_date'],
  partitions: [],
  madeBy: 'science',
  columns: { store_id: storeId, category, ...course },
} as const satisfies LakeTable;

export const forecastTotals = {
  schema: 'gold',
  name: 'forecast_totals',
  grain: 'chain, region or category of the chain × day, forecast now and 30 days ago',
  label: 'Internal',
  key: ['level_name', 'member', 'origin_date', 'business_date'],
  partitions: [],
  madeBy: 'science',
  columns: {
    level_name: { sqlType: 'varchar(16)', meaning: 'chain, region or category' },
    member: { sqlType: 'nvarchar(100)', meaning: 'Region or category; empty for the chain' },
    store_count: count('Stores of the region, or of the chain: only who sees as many may see the row'),
    ...course,
  },
} as const satisfies LakeTable;

export const demandHistory = {
  schema: 'gold',
  name: 'demand_history',
  grain: 'store × product × day of the last 56 on which it sold or its shelf was empty',
  label: 'Internal',
  key: ['store_id', 'product_id', 'business_date'],
  partitions: [],
  madeBy: 'science',
  additivity: additive('sold_units', 'lost_units'),
  columns: {
    store_id: {
      sqlType: 'varchar(16)',
      meaning: 'Store whose stock it left, also for orders from elsewhere',
    },
    product_id: productId,
    business_date: businessDate,
    sold_units: count('Units sold; what came back is not taken off'),
    lost_units: units('Units estimated to have been wanted beyond that, of an empty shelf'),
  },
} as const satisfies LakeTable;

const accuracy = {
  method: { sqlType: 'varchar(16)', meaning: 'forecast, seasonal_naive or recent_mean (of 28 days)' },
  horizon: { sqlType: 'varchar(8)', meaning: 'Days ahead: 1-7, 8-14, 15-30 or 1-30' },
  series: count('Series that were forecast'),
  points: count('Days of series that were compared, from four origins'),
  wape: fraction('Sum of absolute errors ÷ units sold'),
  bias: fraction('(Forecast − units sold) ÷ units sold: above zero is too much'),
  mase: fraction('Mean absolute error ÷ that of the same weekday a week earlier, before the origin'),
  rmsse: fraction('Root of mean squared error ÷ that of the day before, before the origin; mean over series'),
  pinball: fraction('Mean loss of P10, P50 and P90 in units; only of the forecast'),
  coverage: fraction(
    'Share of days within P10 to P90: 0.8 is the aim; spreads are those of other origins. Only of the forecast',
  ),
  coverage_busy: fraction('The same over days of five or more units expected: whole units blur the others'),
} as const;

export const forecastAccuracy = {
  schema: 'gold',
  name: 'forecast_accuracy',
  grain: 'level × method × days ahead, over the whole chain',
  label: 'Internal',
  key: ['level_name', 'method', 'horizon'],
  partitions: [],
  madeBy: 'science',
  columns: {
    level_name: { sqlType: 'varchar(16)', meaning: 'chain, region, store, category (of a store) or product' },
    ...accuracy,
  },
} as const satisfies LakeTable;

export const forecastStoreAccuracy = {
  schema: 'gold',
  name: 'forecast_store_accuracy',
  grain: 'store × level × method × days ahead',
  label: 'Internal',
  key: ['store_id', 'level_name', 'method', 'horizon'],
  partitions: [],
  madeBy: 'science',
  columns: {
    store_id: storeId,
    level_name: { sqlType: 'varchar(16)', meaning: 'store, category or product' },
    ...accuracy,
  },
} as const satisfies LakeTable;
