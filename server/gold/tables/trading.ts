import type { LakeTable } from '../table.ts';
import { additive, businessDate, count, day, money, productId, storeId, unknownable } from './columns.ts';

export const categories = {
  schema: 'silver',
  name: 'categories',
  grain: 'node of the category tree',
  label: 'General',
  key: ['category'],
  partitions: [],
  columns: {
    category: { sqlType: 'nvarchar(100)', meaning: 'Department, category or subcategory' },
    parent_category: { sqlType: 'nvarchar(100)', nullable: true, meaning: 'What it is part of' },
    level: count('1 department, 2 category, 3 subcategory'),
  },
} as const satisfies LakeTable;

export const tradingHours = {
  schema: 'silver',
  name: 'trading_hours',
  grain: 'store × weekday on which it opens',
  label: 'General',
  key: ['store_id', 'iso_weekday'],
  partitions: [],
  columns: {
    store_id: storeId,
    iso_weekday: count('1 = Monday … 7 = Sunday'),
    opens_at: { sqlType: 'varchar(5)', meaning: 'Opening time, store-local, HH:MM' },
    closes_at: { sqlType: 'varchar(5)', meaning: 'Closing time, store-local, HH:MM' },
  },
} as const satisfies LakeTable;

export const closingDays = {
  schema: 'silver',
  name: 'closing_days',
  grain: 'store × day on which it does not open although it would on another such weekday',
  label: 'General',
  key: ['store_id', 'business_date'],
  partitions: [],
  columns: {
    store_id: storeId,
    business_date: day('Day it stays shut'),
    reason: { sqlType: 'nvarchar(100)', meaning: 'Why it stays shut' },
  },
} as const satisfies LakeTable;

export const weather = {
  schema: 'silver',
  name: 'weather',
  grain: 'store × day, observed to the last closed date and forecast for two weeks after it',
  label: 'General',
  key: ['store_id', 'business_date'],
  partitions: ['year', 'month'],
  partitionedOn: 'business_date',
  columns: {
    business_date: businessDate,
    store_id: storeId,
    temperature_max_c: {
      sqlType: 'decimal(5,1)',
      meaning: 'Highest temperature of the day, degrees Celsius',
    },
    precipitation_mm: { sqlType: 'decimal(5,1)', meaning: 'Rain and snow of the day, millimetres' },
    is_forecast: {
      sqlType: 'bit',
      meaning: 'Whether it was foreseen, not yet observed, when it was received',
    },
  },
} as const satisfies LakeTable;

export const storeActivity = {
  schema: 'silver',
  name: 'store_activity',
  grain: 'store × business date',
  label: 'Internal',
  key: ['store_id', 'business_date'],
  partitions: [],
  columns: {
    business_date: businessDate,
    store_id: storeId,
    visits: unknownable(count('People counted at the door')),
    labour_hours: { sqlType: 'decimal(18,2)', nullable: true, meaning: 'Hours worked on the floor' },
    planned_hours: { sqlType: 'decimal(18,2)', nullable: true, meaning: 'Hours planned on the floor' },
    labour_cost: unknownable(money('Cost of those hours')),
  },
} as const satisfies LakeTable;

export const targets = {
  schema: 'silver',
  name: 'targets',
  grain: 'store × business date',
  label: 'Internal',
  key: ['store_id', 'business_date'],
  partitions: [],
  additivity: additive('net_sales_target'),
  columns: {
    business_date: businessDate,
    store_id: storeId,
    net_sales_target: money('Net sales the store was asked for'),
  },
} as const satisfies LakeTable;

export const promotions = {
  schema: 'silver',
  name: 'promotions',
  grain: 'product in a promotion; promotions run in every store',
  label: 'Internal',
  key: ['promotion_id', 'product_id'],
  partitions: [],
  columns: {
    promotion_id: { sqlType: 'varchar(32)', meaning: 'Promotion' },
    product_id: productId,
    from_date: day('First day at the reduced price'),
    to_date: day('Last day at the reduced price'),
    reduction_rate: { sqlType: 'decimal(9,4)', meaning: 'Share taken off the regular price' },
  },
} as const satisfies LakeTable;

export const competitorPrices = {
  schema: 'silver',
  name: 'competitor_prices',
  grain: 'product × competitor × day of the observation',
  label: 'Internal',
  key: ['product_id', 'competitor', 'observed_on'],
  partitions: [],
  columns: {
    product_id: productId,
    competitor: { sqlType: 'nvarchar(100)', meaning: 'Who asked the price' },
    observed_on: day('When it was seen'),
    price: money('Price of the same unit, ex tax'),
    match_quality: { sqlType: 'decimal(5,2)', meaning: 'How surely it is the same article, 0 to 1' },
    in_stock: { sqlType: 'bit', meaning: 'Whether it could be bought there' },
  },
} as const satisfies LakeTable;
