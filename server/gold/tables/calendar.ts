import type { LakeTable } from '../table.ts';
import { businessDate, count, day, unknownable } from './columns.ts';

export const calendar = {
  schema: 'silver',
  name: 'calendar',
  grain: 'day, from two years before the first business date to a year after the last',
  label: 'General',
  key: ['business_date'],
  partitions: [],
  columns: {
    business_date: businessDate,
    iso_weekday: count('1 = Monday … 7 = Sunday'),
    fiscal_year: count('NRF fiscal year: the calendar year it begins in'),
    fiscal_period: count('Period of the 4-5-4 calendar, 1 … 12'),
    fiscal_week: count('Week of the fiscal year, 1 … 52 or 53; begins on Sunday'),
    week_of_period: count('Week of the period, 1 … 5'),
    fiscal_period_445: count('Period of a 4-4-5 calendar over the same weeks, 1 … 12'),
    fiscal_period_13: count('Period of a calendar of thirteen over the same weeks, 1 … 13'),
    restated_last_year: day('Day a year ago to compare with: 52 weeks earlier'),
    same_week_last_year: unknownable(day('Same day of the same fiscal week a year ago, where it existed')),
    holiday_gb: { sqlType: 'nvarchar(64)', nullable: true, meaning: 'Bank holiday of England and Wales' },
    holiday_us: { sqlType: 'nvarchar(64)', nullable: true, meaning: 'Federal holiday of the United States' },
  },
} as const satisfies LakeTable;
