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
import { RESERVATIONS } from './reservations.ts';
import { MEMBER_VERSIONS, membersSql, visitsSql } from './shoppers.ts';
import { ORDER_LINES, playStock } from './stock.ts';
import { BASKET_LINES, COMPANIONS, PLACED_LINES, SOLD, SOLD_LINES, TICKETS } from './tickets.ts';
import { RETURNED, TILL_LINES } from './tills.ts';
import { daysSql, OFFERS, PROMOTIONS, RANGE, WISHED_LINES, WISHES } from './trade.ts';
import { TRANSFERS } from './transfers.ts';
import { writeTruth } from './truth.ts';
import { closingDaysSql, weatherSql } from './weather.ts';

/** The made-up world, in the order it comes about; none of it is kept but what is received below. */
const demand = (plan: ChainPlan) => ({
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
  offers: OFFERS,
  range_list: RANGE,
  wishes: WISHES,
  wished_lines: WISHED_LINES,
});

const purchases = (plan: ChainPlan) => ({
  sold_lines: SOLD_LINES,
  companions: COMPANIONS,
  placed_lines: PLACED_LINES,
  basket_lines: BASKET_LINES,
  members: membersSql(plan),
  visits: visitsSql(plan),
  tickets: TICKETS,
  sold: SOLD,
  returned: RETURNED(plan),
  reservations: RESERVATIONS,
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
  reservations: 'SELECT * FROM reservations ORDER BY ALL',
  stock_list: 'SELECT store_code, item_code, record AS on_hand FROM stock ORDER BY ALL',
  till_lines: TILL_LINES,
  payments: `SELECT * FROM (${PAYMENTS}) ORDER BY ALL`,
};

/** Makes the chain's trade, writes what its systems would send to bronze and what is true of it to truth/. */
export async function writeChain(bench: Bench, plan: ChainPlan, report: (line: string) => void) {
  await bench.run(uniformMacro(plan.seed));
  await bench.run(poissonMacro());
  await make(bench, demand(plan), report);
  report('playing the stock week by week');
  await playStock(bench, plan);
  await make(bench, purchases(plan), report);
  for (const [name, select] of Object.entries(RECEIVED)) await writeReceived(bench, name, select, report);
  await writeTruth(bench);
  const made = await bench.rows<{ name: string }>(
    "SELECT table_name AS name FROM duckdb_tables() WHERE database_name = 'working' AND schema_name = 'main'",
  );
  for (const { name } of made) await bench.run(`DROP TABLE ${name}`);
}

async function make(bench: Bench, steps: Readonly<Record<string, string>>, report: (line: string) => void) {
  for (const [name, select] of Object.entries(steps)) {
    report(`making ${name}`);
    await bench.run(`CREATE TABLE ${name} AS ${select}`);
  }
}

/** Every value as text, as it comes out of a file. */
async function writeReceived(bench: Bench, name: string, select: string, report: (line: string) => void) {
  const folder = bronzeFolder(bench.folder, name);
  mkdirSync(folder, { recursive: true });
  const file = literal(join(folder, 'part-0.parquet'));
  await bench.run(
    `COPY (SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${select})) TO ${file} (FORMAT parquet, COMPRESSION zstd)`,
  );
  await bench.run(`CREATE VIEW bronze.${name} AS SELECT * FROM read_parquet(${file})`);
  const [written] = await bench.rows<{ rows: number }>(
    `SELECT CAST(count(*) AS INTEGER) AS rows FROM bronze.${name}`,
  );
  report(`${name}: ${written?.rows.toLocaleString('en-GB')} rows`);
}
