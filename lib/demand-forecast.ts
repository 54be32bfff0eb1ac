import type { BusinessDate } from './business-date.ts';
import { formatRate } from './figures.ts';

/** A day of a forecast. The interval is of this level itself: intervals of parts do not add up. */
export interface ForecastDay {
  readonly originDate: BusinessDate;
  readonly businessDate: BusinessDate;
  readonly mean: number;
  readonly p10: number | null;
  readonly p90: number | null;
  /** Of a trial: what was sold, of what was in stock. */
  readonly actual: number | null;
  /** Of a trial: the same weekday of the last week seen. */
  readonly naive: number | null;
}

/** What was sold on a day that has closed, and what is estimated to have been wanted of empty shelves. */
export interface DemandDay {
  readonly businessDate: BusinessDate;
  readonly sold: number;
  readonly lost: number;
}

/** One store, category or product of a forecast: what is expected, beside what was sold and what to order. */
export interface ForecastPart {
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
  readonly expected: number;
  readonly sold: number;
  readonly available: number;
  readonly orderUnits: number;
}

/** How right forecasts of a level were. Fractions. */
export interface ForecastAccuracy {
  readonly levelName: string;
  readonly method: string;
  readonly horizon: string;
  readonly points: number;
  readonly wape: number | null;
  readonly bias: number | null;
  readonly mase: number | null;
  readonly coverage: number | null;
  readonly coverageBusy: number | null;
}

/** In whole percents: a trial tells no more. */
const percent = (rate: number) => formatRate(rate, 0);

/** What the trials of a level say, in a few sentences; empty where nothing could be tried. */
export function accuracyInWords(rows: readonly ForecastAccuracy[], levelName: string): string {
  const of = (method: string) =>
    rows.find((row) => row.levelName === levelName && row.horizon === '1-30' && row.method === method);
  const forecast = of('forecast');
  const naive = of('seasonal_naive');
  if (forecast?.wape == null || forecast.bias == null) return '';
  const against =
    naive?.wape == null
      ? ''
      : ` Taking last week’s same day instead would have been ${percent(naive.wape)} off.`;
  const side = Math.abs(forecast.bias) < 0.005 ? null : forecast.bias > 0 ? 'too high' : 'too low';
  const bias = side
    ? `On the whole they were ${percent(Math.abs(forecast.bias))} ${side}.`
    : 'On the whole they were neither too high nor too low.';
  const coverage = forecast.coverageBusy ?? forecast.coverage;
  const interval =
    coverage == null
      ? ''
      : ` ${percent(coverage)} of days fell within the shaded range, which is meant to hold 80%.`;
  return `Forecasts made on four past days were ${percent(forecast.wape)} off a day.${against} ${bias}${interval}`;
}

/** Sum of a forecast's days; quantiles have no such sum. */
export const expectedUnits = (days: readonly ForecastDay[]): number =>
  days.reduce((sum, { mean }) => sum + mean, 0);
