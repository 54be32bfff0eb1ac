import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { bronzeFolder } from '../bronze-tree.ts';
import { literal } from '../sql-text.ts';
import {
  COMPETITOR_PRICES,
  LOYALTY_EVENTS,
  STOCK_EVENTS,
  STORE_ACTIVITY,
  TARGETS,
  TRADING_HOURS,
} from './back-office.ts';
import type { ChainPlan } from './chain-plan.ts';
import {
  CATEGORIES,
  DEPARTMENTS_SQL,
  pricesSql,
  productsSql,
  SEASONS,
  SUPPLIERS_SQL,
  storesSql,
} from './master-data.ts';
import { PAYMENTS } from './payments.ts';
import { poissonMacro, uniformMacro } from './randomness.ts';
import { rangeSql } from './range.ts';
import { RESERVATIONS } from './reservations.ts';
import { MEMBER_VERSIONS, membersSql } from './shoppers.ts';
import { ORDER_LINES, openStock } from './stock.ts';
import { COMPANIONS } from './tickets.ts';
import { TILL_LINES } from './tills.ts';
import { daysSql, PROMOTIONS } from './trade.ts';
import { foresee, lookIn, periodsOf, type TradePeriod, tradePeriod } from './trade-weeks.ts';
import { TRANSFERS } from './transfers.ts';
import { writeTruth } from './truth.ts';
import { closingDaysSql, weatherSql } from './weather.ts';

/** The made-up world before anybody buys, in the order it comes about; none of it is kept but what is received below. */
const world = (plan: ChainPlan) => ({
  store_list: storesSql(plan),
  departments: DEPARTMENTS_SQL,
  product_list: productsSql(plan),
  suppliers: SUPPLIERS_SQL,
  seasons: SEASONS,
  weather: weatherSql(plan),
  closing_days: closingDaysSql(plan),
  days: daysSql(plan),
  price_list: pricesSql(plan),
  promotions: PROMOTIONS,
  range_list: rangeSql(plan),
  companions: COMPANIONS,
  members: membersSql(plan),
});

/** What head office, the tills, the stock system and the loyalty scheme send, each sorted by its first columns. */
const RECEIVED: Readonly<Record<string, string>> = {
  store_list: `SELECT store_code, store_name, region, format, opened_on, closed_on, remodel_from, remodel_to,
    square_metres FROM store_list ORDER BY ALL`,
  trading_hours: `SELECT * FROM (${TRADING_HOURS}) ORDER BY ALL`,
  closing_days: 'SELECT * FROM closing_days ORDER BY ALL',
  weather: 'SELECT store_code, day, temperature, rain, is_forecast FROM weather ORDER BY ALL',
  category_tree: `SELECT * FROM (${CATEGORIES}) ORDER BY ALL`,
  supplier_list: 'SELECT supplier_code, supplier_name, lead_time_days FROM suppliers ORDER BY ALL',
  product_list: `SELECT item_code, item_name, subcategory, category, supplier_code, pack_size FROM product_list
    ORDER BY ALL`,
  price_list: 'SELECT item_code, valid_from, valid_to, regular_price, unit_cost FROM price_list ORDER BY ALL',
  promotions: `SELECT promotion_code, item_code, from_date, from_date + 13 AS to_date, reduction FROM promotions
    ORDER BY ALL`,
  competitor_prices: `SELECT * FROM (${COMPETITOR_PRICES}) ORDER BY ALL`,
  store_activity: `SELECT * FROM (${STORE_ACTIVITY}) ORDER BY ALL`,
  targets: `SELECT * FROM (${TARGETS}) ORDER BY ALL`,
  members: 'SELECT card, full_name, email, phone, joined_on FROM members ORDER BY ALL',
  member_versions: `SELECT * FROM (${MEMBER_VERSIONS}) ORDER BY ALL`,
  loyalty_events: `SELECT * FROM (${LOYALTY_EVENTS}) ORDER BY ALL`,
  order_lines: `SELECT * FROM (${ORDER_LINES}) ORDER BY ALL`,
  deliveries: `SELECT * FROM deliveries WHERE received_on <= (SELECT max(day) FROM days) ORDER BY ALL`,
  stock_events: `SELECT * FROM (${STOCK_EVENTS}) ORDER BY ALL`,
  transfers: `SELECT * FROM (${TRANSFERS}) ORDER BY ALL`,
  reservations: `SELECT * FROM (${RESERVATIONS}) ORDER BY ALL`,
  stock_list: 'SELECT store_code, item_code, record AS on_hand FROM stock ORDER BY ALL',
};

/** What is received of the trade of a period: too much to be made of all of them at once. */
const RECEIVED_OF_TRADE: Readonly<Record<string, string>> = {
  till_lines: TILL_LINES,
  payments: `SELECT * FROM (${PAYMENTS}) ORDER BY ALL`,
};

/**
 * Makes the chain's trade, writes what its systems would send to bronze and what is true of it to truth/. Time passes in
 * periods of some weeks, and of each nothing is kept but what was received and what later ones build on, so that no
 * step holds all lines at once.
 */
export async function writeChain(
  bench: Bench,
  plan: ChainPlan,
  report: (line: string) => void,
  periods: readonly TradePeriod[] = periodsOf(plan),
): Promise<void> {
  await bench.run(uniformMacro(plan.seed));
  await bench.run(poissonMacro());
  for (const [name, select] of Object.entries(world(plan))) {
    report(`making ${name}`);
    await bench.run(`CREATE TEMP TABLE ${name} AS ${select}`);
  }
  report('making visits');
  await lookIn(bench, plan);
  report('foreseeing the trade');
  await foresee(bench, plan, periods);
  await openStock(bench);
  for (const [number, period] of periods.entries()) {
    await tradePeriod(bench, plan, period);
    for (const [name, select] of Object.entries(RECEIVED_OF_TRADE))
      await writePart(bench, name, select, number);
    report(`traded up to ${period.to}`);
  }
  for (const name of Object.keys(RECEIVED_OF_TRADE)) await readBack(bench, name, report);
  await bench.run('DROP TABLE sold; DROP TABLE returned; DROP TABLE brought_back');
  for (const [name, select] of Object.entries(RECEIVED)) {
    await writePart(bench, name, select, 0);
    await readBack(bench, name, report);
  }
  await writeTruth(bench, plan);
  const made = await bench.rows<{ name: string }>(
    'SELECT table_name AS name FROM duckdb_tables() WHERE temporary',
  );
  for (const { name } of made) await bench.run(`DROP TABLE temp.${name}`);
}

/** Every value as text, as it comes out of a file. */
async function writePart(bench: Bench, name: string, select: string, number: number): Promise<void> {
  const folder = bronzeFolder(bench.folder, name);
  mkdirSync(folder, { recursive: true });
  await bench.run(
    `COPY (SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${select})) TO ${literal(join(folder, `part-${number}.parquet`))}
    (FORMAT parquet, COMPRESSION zstd)`,
  );
}

async function readBack(bench: Bench, name: string, report: (line: string) => void): Promise<void> {
  const parts = literal(join(bronzeFolder(bench.folder, name), '*.parquet'));
  await bench.run(`CREATE VIEW bronze.${name} AS SELECT * FROM read_parquet(${parts})`);
  const [written] = await bench.rows<{ rows: number }>(
    `SELECT CAST(count(*) AS INTEGER) AS rows FROM bronze.${name}`,
  );
  report(`${name}: ${written?.rows.toLocaleString('en-GB')} rows`);
}
