import type { LakeTable } from '../table.ts';
import { businessDate, storeId, unknownable } from './columns.ts';
import { weather } from './trading.ts';

const { temperature_max_c, precipitation_mm } = weather.columns;

/** What moves demand and is known before the day: what a forecast may look at without knowing the future. */
export const demandDrivers = {
  schema: 'gold',
  name: 'demand_drivers',
  grain: 'store × day, from the first day held to 91 days after the last closed date',
  label: 'General',
  key: ['store_id', 'business_date'],
  partitions: ['year', 'month'],
  partitionedOn: 'business_date',
  columns: {
    business_date: businessDate,
    store_id: storeId,
    is_open: {
      sqlType: 'bit',
      meaning:
        'Whether the store is to open: after its opening, before its closing, not remodelled, on a weekday with trading hours and no closing day',
    },
    public_holiday: {
      sqlType: 'nvarchar(64)',
      nullable: true,
      meaning: 'Public holiday of the country the store stands in',
    },
    temperature_max_c: unknownable(temperature_max_c),
    precipitation_mm: unknownable(precipitation_mm),
    is_weather_forecast: {
      sqlType: 'bit',
      nullable: true,
      meaning: 'Whether the weather was foreseen, not observed; empty where neither is known',
    },
  },
} as const satisfies LakeTable;
