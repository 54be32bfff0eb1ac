import { addDays, eachDay } from '#lib/business-date.ts';
import { easterSunday, publicHolidays } from '#lib/public-holidays.ts';
import { type ChainPlan, firstDay } from './chain-plan.ts';
import { variantsOf } from './variants.ts';
import { closedFor } from './weather.ts';

/** Days the stores open, with how busy they are against an average day; closed on 25 December and Easter Sunday. */
export function daysSql(plan: ChainPlan): string {
  const rows = eachDay(firstDay(plan), plan.lastClosedDate)
    .filter((day) => closedFor(day) === undefined)
    .map((day) => `(DATE '${day}', ${occasion(day)})`);
  return `SELECT day, CAST(month(day) AS INTEGER) AS month, isodow(day) = 7 AS is_sunday,
      CAST(day - DATE '${firstDay(plan)}' AS INTEGER) AS age, (day - DATE '2000-01-03') // 14 AS fortnight,
      (day - DATE '${firstDay(plan)}') // 7 AS week,
      [0.82, 0.84, 0.88, 0.96, 1.12, 1.48, 0.9][isodow(day)] * occasion
      * CASE WHEN month(day) = 12 AND day(day) > 24 THEN 0.9
          WHEN month(day) = 12 THEN 1.35 + 0.025 * day(day)
          ELSE [0.86, 0.82, 0.88, 0.95, 1.0, 1.0, 1.0, 0.97, 0.95, 1.0, 1.12][month(day)] END
      * (0.95 + 0.1 * uniform('mood', day)) AS busyness
    FROM (VALUES ${rows.join(', ')}) AS d(day, occasion)`;
}

/** How much busier a day is for what falls on or near it. */
function occasion(day: ReturnType<typeof firstDay>): number {
  const year = Number(day.slice(0, 4));
  const easter = easterSunday(year);
  const thanksgiving = [...publicHolidays(year, 'US')].find(([, name]) => name === 'Thanksgiving')?.[0];
  if (thanksgiving && day === addDays(thanksgiving, 1)) return 1.8;
  if (thanksgiving && day > thanksgiving && day <= addDays(thanksgiving, 4)) return 1.35;
  if (publicHolidays(year, 'GB').has(day)) return 1.25;
  return day >= addDays(easter, -7) && day < easter ? 1.12 : 1;
}

/** Fortnights after the last day whose promotions are planned already. */
const FORTNIGHTS_PLANNED = 3;

/** Two weeks at a reduced price for about one product in eight, in every store; the next ones are planned. */
export const PROMOTIONS = `
  SELECT item_code, fortnight, reduction, DATE '2000-01-03' + CAST(14 * fortnight AS INTEGER) AS from_date,
    concat('PR', fortnight, '-', lpad(CAST(CAST(100 * reduction AS INTEGER) AS VARCHAR), 2, '0')) AS promotion_code
  FROM (
    SELECT *, [0.10, 0.15, 0.20, 0.25, 0.30][1 + CAST(floor(5 * uniform('reduction', key)) AS INTEGER)] AS reduction
    FROM (SELECT item_code, fortnight, concat(item_code, '/', fortnight) AS key
      FROM product_list, (SELECT DISTINCT fortnight FROM days
        UNION SELECT max(fortnight) + ahead FROM days, range(1, ${FORTNIGHTS_PLANNED} + 1) AS a(ahead) GROUP BY ahead))
  ) WHERE uniform('promotion', key) < 0.12`;

/** Demand rises this much beyond what the lower price explains, for being on show. */
export const PROMOTION_UPLIFT = 1.15;
/** For each look of the same thing on promotion the others keep this share of their demand; its sizes and colours count as one. */
export const CANNIBALISED = 0.94;
/** Demand for a companion rises this much while what it goes with is on promotion. */
export const HALO = 1.1;

/** What a product costs on each of some days and how its demand stands to usual: the one place where prices act. */
export const offersSql = (plan: ChainPlan, tradeDays: string) => `
  SELECT i.item_code, day, week, i.category, regular_price, promotion_code, coalesce(reduction, 0) AS reduction,
    pull * season * ((regular_price * (1 - coalesce(reduction, 0))) / usual_price) ** price_elasticity
      * CASE WHEN reduction IS NULL THEN 1 ELSE ${PROMOTION_UPLIFT} END
      * ${CANNIBALISED} ** ((coalesce(siblings, 0) - CASE WHEN reduction IS NULL THEN 0 ELSE 1 END) / ${variantsOf(plan).length})
      * CASE WHEN companion IS NULL THEN 1 ELSE ${HALO} END AS draw
  FROM product_list AS i CROSS JOIN (SELECT * FROM days WHERE day ${tradeDays}) AS days
  JOIN seasons AS s ON s.category = i.category AND s.month = days.month
  JOIN price_list AS p ON p.item_code = i.item_code AND day >= valid_from AND (valid_to IS NULL OR day < valid_to)
  LEFT JOIN promotions AS r ON r.item_code = i.item_code AND r.fortnight = days.fortnight
  LEFT JOIN (SELECT category, subcategory, fortnight, count(*) AS siblings
    FROM promotions JOIN product_list USING (item_code) GROUP BY ALL) AS b
    ON b.category = i.category AND b.subcategory = i.subcategory AND b.fortnight = days.fortnight
  LEFT JOIN (SELECT companion, fortnight FROM companions JOIN promotions ON item_code = anchor) AS h
    ON h.companion = i.item_code AND h.fortnight = days.fortnight`;

/** Lines that people are expected to buy on the days of the offers if all is there. */
export const EXPECTED = `
  SELECT store_code, item_code, day, o.week, regular_price,
    daily_lines * taste * draw * busyness * trade * (1 + yearly_growth) ** (age / 364) AS expected
  FROM range_list JOIN offers AS o USING (item_code) JOIN days USING (day) JOIN store_list USING (store_code)
  JOIN weather USING (store_code, day)
  WHERE ${openOn('day')}`;

/** Lines that people would buy if all were there, as it happens, and the units of each: one, seldom two or three. */
export const WISHED_LINES = `
  SELECT *, [1, 1, 1, 1, 1, 1, 1, 2, 2, 3][1 + CAST(floor(10 * uniform('quantity', key)) AS INTEGER)] AS units
  FROM (SELECT *, md5_number_lower(concat(store_code, item_code, day, '/', n)) AS key
    FROM (SELECT store_code, item_code, day, week, unnest(range(wished)) AS n FROM (
      SELECT store_code, item_code, day, week, poisson(u, expected) AS wished
      FROM (SELECT *, uniform('demand', concat(store_code, item_code, day)) AS u FROM (${EXPECTED})))
      WHERE wished > 0))`;

/** Mean units of a line, as drawn above. */
export const UNITS_PER_LINE = 1.4;

/** SQL over store_list: whether the store trades on that day. */
export function openOn(day: string): string {
  return `${day} >= opened_on AND ${day} < coalesce(closed_on, DATE '9999-12-31')
    AND (remodel_from IS NULL OR ${day} NOT BETWEEN remodel_from AND remodel_to)`;
}
