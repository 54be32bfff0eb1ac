import { addDays } from '#lib/business-date.ts';
import { literal } from '../sql-text.ts';
import { type ChainPlan, firstDay } from './chain-plan.ts';

const FIRST_NAMES =
  'Amara Ben Chloe Dev Ellie Farah George Hana Isla Jack Kira Leo Maya Noah Orla Priya Quinn Rosa Sam Tariq Uma Vera Will Yusuf Zoe'.split(
    ' ',
  );
const LAST_NAMES =
  'Adeyemi Baker Clarke Davies Evans Fletcher Green Hughes Iqbal Jones Khan Lewis Murphy Nowak Owen Patel Quigley Roberts Shah Taylor Usman Vaughan Walker Young Zhang'.split(
    ' ',
  );
const LOYAL_PER_STORE = 1000;
/** Share of members who move to near another store, once, in the years after they joined. */
const MOVERS = 0.05;

/**
 * SELECT of the members of the loyalty scheme. Each comes by at a rate of their own, and after each visit stays away
 * for good with a probability of their own. E-mail addresses and telephone numbers are of those that reach nobody.
 */
export function membersSql(plan: ChainPlan): string {
  const pick = (tag: string, names: readonly string[]) =>
    `[${names.map(literal).join(', ')}][1 + CAST(floor(${names.length} * uniform('${tag}', card)) AS INTEGER)]`;
  return `SELECT card, joined_on, home_store, moved_on, moved_to, visits_per_day, dropout, concat(first_name, ' ', last_name) AS full_name,
      lower(concat(first_name, '.', last_name, '.', card, '@example.com')) AS email,
      concat('07700 900', lpad(CAST(CAST(floor(1000 * uniform('phone', card)) AS INTEGER) AS VARCHAR), 3, '0')) AS phone
    FROM (
      SELECT card, ${pick('first name', FIRST_NAMES)} AS first_name, ${pick('last name', LAST_NAMES)} AS last_name,
        DATE '${addDays(plan.lastClosedDate, -1)}' - CAST(floor(1300 * uniform('joined', card)) AS INTEGER) AS joined_on,
        format('S-{:03d}', 1 + CAST(floor(${plan.stores} * uniform('home', card)) AS INTEGER)) AS home_store,
        CASE WHEN uniform('moves', card) < ${MOVERS} THEN joined_on + CAST(60 + floor(1200 * uniform('moves when', card)) AS INTEGER) END
          AS moved_on,
        format('S-{:03d}', 1 + CAST(floor(${plan.stores} * uniform('moves where', card)) AS INTEGER)) AS moved_to,
        least(0.3, 0.004 - 0.045 * ln(1 - uniform('rate', card))) AS visits_per_day,
        0.008 + 0.06 * uniform('dropout', card) ** 2 AS dropout
      FROM (SELECT format('C{:06d}', i) AS card FROM range(1, ${1 + plan.stores * LOYAL_PER_STORE}) AS r(i)))`;
}

/** Visits of some members while they stay: waiting times are exponential, and each visit may be the last. */
export function visitsSql(plan: ChainPlan, members: string): string {
  const first = `DATE '${firstDay(plan)}'`;
  return `SELECT card, home_store, day, concat(card, '/', n) AS visit,
      CASE WHEN uniform('elsewhere', concat(card, '/', n)) < 0.1
        THEN format('S-{:03d}', 1 + CAST(floor(${plan.stores} * uniform('where', concat(card, '/', n))) AS INTEGER))
        ELSE home_store END AS store_code
    FROM (SELECT * REPLACE (${homeOn('day')} AS home_store) FROM (
      SELECT *, greatest(joined_on, ${first}) + CAST(floor(sum(-ln(1 - uniform('wait', concat(card, '/', n))) / visits_per_day)
          OVER so_far) AS INTEGER) AS day,
        coalesce(max(CASE WHEN uniform('leaves', concat(card, '/', n)) < dropout THEN 1 ELSE 0 END)
          OVER (PARTITION BY card ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS has_left
      FROM (SELECT *, unnest(range(CAST(12 + 1.6 * visits_per_day * ${plan.days} AS BIGINT))) AS n FROM (${members}))
      WINDOW so_far AS (PARTITION BY card ORDER BY n ROWS UNBOUNDED PRECEDING)
    )) WHERE has_left = 0 AND day <= DATE '${plan.lastClosedDate}'`;
}

/** SQL over members: the store of a member's home on that day. */
const homeOn = (day: string) => `CASE WHEN ${day} >= moved_on THEN moved_to ELSE home_store END`;

/** Tiers and homes as they were recorded: all begin as members, some rise after half a year, and some move house. */
export const MEMBER_VERSIONS = `
  SELECT card, changed_on, ${homeOn('changed_on')} AS home_store,
    CASE WHEN visits_per_day <= 0.05 OR changed_on < joined_on + 182 THEN 'member'
      WHEN visits_per_day > 0.1 THEN 'gold' ELSE 'silver' END AS tier
  FROM (SELECT *, joined_on AS changed_on FROM members
    UNION SELECT *, joined_on + 182 FROM members WHERE visits_per_day > 0.05
    UNION SELECT *, moved_on FROM members WHERE moved_to <> home_store)
  WHERE changed_on <= (SELECT max(day) FROM days)`;
