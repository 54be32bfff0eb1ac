import { addDays, type BusinessDate } from '#lib/business-date.ts';
import type { Bench } from '../bench.ts';
import { DOORS, EARNED, WRITTEN_OFF } from './back-office.ts';
import { type ChainPlan, firstDay } from './chain-plan.ts';
import { roomOf } from './range.ts';
import { FETCHED_LINES } from './reservations.ts';
import { visitsSql } from './shoppers.ts';
import { NEEDS, NOTHING_SOLD, playWeek } from './stock.ts';
import { BASKET_LINES, PAIRS, PLACED_LINES, SOLD, SOLD_LINES, ticketsSql } from './tickets.ts';
import { BROUGHT_BACK, returnedSql } from './tills.ts';
import { EXPECTED, offersSql, WISHED_LINES } from './trade.ts';

/** Weeks that are made and received together: few files, none of them large. */
const WEEKS_OF_PERIOD = 4;
/** Products in stores times weeks that are made at once; a chain of more has shorter periods. */
const MOST_AT_ONCE = 400_000;
/** Members whose visits are made at once. */
const MEMBERS_AT_ONCE = 50_000;

/** Some weeks of the chain, counted from 0. */
export interface TradePeriod {
  readonly weeks: readonly number[];
  /** The last day; the chain may end before it. */
  readonly to: BusinessDate;
  /** SQL that tells its days from others, after the name of a column. */
  readonly days: string;
}

/** The periods of a plan, of as many weeks as fit, or of so many. */
export function periodsOf(plan: ChainPlan, together = weeksOfPeriod(plan)): TradePeriod[] {
  const weeks = Array.from({ length: Math.ceil(plan.days / 7) }, (_, week) => week);
  return Array.from({ length: Math.ceil(weeks.length / together) }, (_, at) => {
    const own = weeks.slice(together * at, together * (at + 1));
    const from = addDays(firstDay(plan), 7 * together * at);
    const to = addDays(from, 7 * own.length - 1);
    return { weeks: own, to, days: `BETWEEN DATE '${from}' AND DATE '${to}'` };
  });
}

function weeksOfPeriod(plan: ChainPlan): number {
  const fitting = Math.floor(MOST_AT_ONCE / (plan.stores * roomOf(plan)));
  return Math.max(1, Math.min(WEEKS_OF_PERIOD, fitting));
}

/** Makes `visits` of members, each with the ticket of its store and day that is theirs. */
export async function lookIn(bench: Bench, plan: ChainPlan): Promise<void> {
  const [counted] = await bench.rows<{ members: number }>(
    'SELECT CAST(count(*) AS INTEGER) AS members FROM members',
  );
  const slices = Math.ceil((counted?.members ?? 0) / MEMBERS_AT_ONCE);
  for (let slice = 0; slice < slices; slice++) {
    const some = `SELECT * FROM members WHERE hash(card) % ${slices} = ${slice}`;
    await bench.run(`${into('looked_in', slice === 0)} ${visitsSql(plan, some)}`);
  }
  await bench.run(`CREATE TEMP TABLE visits AS
    SELECT card, home_store, store_code, day,
      row_number() OVER (PARTITION BY store_code, day ORDER BY uniform('visit', visit)) AS ticket FROM looked_in`);
  await bench.run('DROP TABLE looked_in');
}

/** Makes `needs` by store, product and week, and `foreseen`, the trade expected by store and day. */
export async function foresee(bench: Bench, plan: ChainPlan, periods: readonly TradePeriod[]): Promise<void> {
  for (const [at, { days }] of periods.entries()) {
    await make(bench, 'offers', offersSql(plan, days));
    await make(bench, 'expected', EXPECTED);
    await bench.run(`${into('needs', at === 0)} ${NEEDS}`);
    await bench.run(`${into('foreseen', at === 0)} SELECT store_code, day, sum(expected) AS expected,
      sum(expected * regular_price) AS worth FROM expected GROUP BY ALL`);
  }
  await bench.run('DROP TABLE expected');
}

/** What is made of a period in this order, each of those before, and what can be let go of then. */
const purchases = (
  days: string,
): readonly (readonly [name: string, select: string, done: readonly string[]])[] => [
  ['sold_lines', SOLD_LINES, ['wished_lines']],
  ['placed_lines', PLACED_LINES, ['sold_lines']],
  ['basket_lines', BASKET_LINES, ['placed_lines']],
  ['tickets', ticketsSql(days), []],
  ['sold', SOLD, ['basket_lines', 'offers']],
];

/** What later periods and the end must know of a period, by what it is added to. */
const KEPT = {
  lost_sales: 'SELECT * FROM sold_cells WHERE sold < wished',
  doors: DOORS,
  earned: EARNED,
  pairs: PAIRS,
  fetched_lines: FETCHED_LINES,
  brought_back: BROUGHT_BACK,
};

/**
 * Plays the trade of a period after the one before: leaves its lines as `sold` and what came back in it as `returned`, and
 * adds to what is kept.
 */
export async function tradePeriod(
  bench: Bench,
  plan: ChainPlan,
  { weeks, days }: TradePeriod,
): Promise<void> {
  const isFirst = weeks[0] === 0;
  await make(bench, 'offers', offersSql(plan, days));
  await make(bench, 'wished_lines', WISHED_LINES);
  await bench.run(NOTHING_SOLD);
  for (const week of weeks) await playWeek(bench, plan, week);
  for (const [name, select, done] of purchases(days)) {
    await make(bench, name, select);
    for (const table of done) await bench.run(`DROP TABLE ${table}`);
  }
  for (const [name, select] of Object.entries(KEPT)) await bench.run(`${into(name, isFirst)} ${select}`);
  await bench.run('DROP TABLE tickets');
  await make(bench, 'returned', returnedSql(days));
  await bench.run(`${into('written_off', isFirst)} ${WRITTEN_OFF}`);
  await make(bench, 'brought_back', `SELECT * FROM brought_back WHERE back NOT ${days}`);
}

async function make(bench: Bench, name: string, select: string): Promise<void> {
  await bench.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${select}`);
}

function into(table: string, isFirst: boolean): string {
  return isFirst ? `CREATE TEMP TABLE ${table} AS` : `INSERT INTO ${table}`;
}
