import { addDays, eachDay } from '#lib/business-date.ts';
import { easterSunday } from '#lib/public-holidays.ts';
import { type ChainPlan, firstDay } from './chain-plan.ts';

/** Days after the last closed one for which the weather is foreseen. */
const DAYS_FORESEEN = 14;
/** Share of a day's trade that stays at home when it rains much, and when it rains at all. */
export const LOST_TO_RAIN = { heavy: 0.09, light: 0.03 } as const;
/** Millimetres from which it rains much. */
export const HEAVY_RAIN_MM = 5;
/** Trade gained by each degree above what is usual for the day, and lost by each below. */
export const GAINED_PER_DEGREE = 0.006;

/**
 * SELECT of the weather of each store and day, as it was and, for two weeks, as it is foreseen: a region has one
 * weather, its stores differ by a degree. `trade` is how the day's trade stands to that of usual weather.
 */
export function weatherSql(plan: ChainPlan): string {
  const last = addDays(plan.lastClosedDate, DAYS_FORESEEN);
  const spell = [0, 1, 2, 3]
    .map((back) => `uniform('air', concat(region, '/', day - ${back})) - 0.5`)
    .join(' + ');
  return `
  WITH dates AS (
    SELECT CAST(d AS DATE) AS day FROM range(DATE '${firstDay(plan)}', DATE '${addDays(last, 1)}', INTERVAL 1 DAY) AS r(d)
  ), regions AS (
    SELECT region, day, 12.5 - 8 * cos(2 * pi() * (dayofyear(day) - 20) / 365.25) AS usual, 4.5 * (${spell}) AS off,
      CASE WHEN uniform('rains', concat(region, '/', day)) < 0.42
        THEN -5.5 * ln(1 - uniform('rain', concat(region, '/', day))) ELSE 0 END AS rain
    FROM (SELECT DISTINCT region FROM store_list) CROSS JOIN dates)
  SELECT store_code, day, day > DATE '${plan.lastClosedDate}' AS is_forecast,
    CAST(usual + off + 2 * (uniform('place', store_code) - 0.5) AS DECIMAL(5,1)) AS temperature,
    CAST(rain AS DECIMAL(5,1)) AS rain,
    1.02 * (1 + ${GAINED_PER_DEGREE} * off)
      * CASE WHEN rain >= ${HEAVY_RAIN_MM} THEN ${1 - LOST_TO_RAIN.heavy} WHEN rain > 0 THEN ${1 - LOST_TO_RAIN.light} ELSE 1 END
      AS trade
  FROM regions JOIN store_list USING (region)`;
}

/** SELECT of the days on which no store opens, a quarter ahead included. */
export function closingDaysSql(plan: ChainPlan): string {
  const rows = eachDay(firstDay(plan), addDays(plan.lastClosedDate, 91)).flatMap((day) => {
    const reason = closedFor(day);
    return reason === undefined ? [] : [`(DATE '${day}', '${reason}')`];
  });
  const none = "(CAST(NULL AS DATE), '')";
  return `SELECT store_code, day, reason FROM store_list,
    (VALUES ${[...rows, none].join(', ')}) AS c(day, reason) WHERE day IS NOT NULL`;
}

/** Why the whole chain stays shut on a day, if it does. */
export function closedFor(day: ReturnType<typeof firstDay>): string | undefined {
  if (day.endsWith('-12-25')) return 'Christmas Day';
  return day === easterSunday(Number(day.slice(0, 4))) ? 'Easter Sunday' : undefined;
}
