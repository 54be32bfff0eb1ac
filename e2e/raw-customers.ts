import { join } from 'node:path';
import { rawRows } from './raw-figures.ts';
import { CHAIN } from './stacks.ts';

/** What tills and head office sent of customers, added up again in SQL that shares nothing with the product's. */
const bronze = (table: string) => `'${join(CHAIN.lakeRoot, 'current/bronze', table, '*.parquet')}'`;
const gold = (table: string) => `'${join(CHAIN.lakeRoot, 'current/gold', table, '*.parquet')}'`;

const LINES = `(SELECT receipt_number, store_code, channel, card, kind, till_time[1:10] AS day,
    CAST(quantity AS int) * CAST(unit_price AS decimal(12,2)) - CAST(discount AS decimal(12,2)) AS net
  FROM (SELECT DISTINCT * EXCLUDE (source_file, source_line) FROM ${bronze('pos/till_lines')}) WHERE card IS NOT NULL)`;
const HOMES = `(SELECT card, arg_max(home_store, changed_on) AS home FROM ${bronze('crm/member_versions')} GROUP BY card)`;
const athome = (storeId?: string) => (storeId ? `WHERE home = '${storeId}'` : '');

/** Cards with a sale from the day on, their tickets with one, and what all their lines of those days come to. */
export async function rawActivity(from: string, storeId?: string) {
  const [row] = await rawRows(`
    SELECT count(*) AS customers, sum(orders) AS orders, CAST(sum(net) AS decimal(18,2)) AS netSales FROM (
      SELECT card, count(DISTINCT receipt_number) FILTER (kind = 'SALE') AS orders, sum(net) AS net
      FROM ${LINES} WHERE day >= '${from}' GROUP BY card HAVING orders > 0) JOIN ${HOMES} USING (card) ${athome(storeId)}`);
  return row as { customers: string; orders: string; netSales: string };
}

/** The card of a store's members with most tickets, and what it comes to since the first day. */
export async function rawBestCustomer(storeId: string) {
  const [row] = await rawRows(`
    SELECT card, count(DISTINCT receipt_number) FILTER (kind = 'SALE') AS orders, CAST(sum(net) AS decimal(18,2)) AS netSales,
      arg_max(receipt_number, day) FILTER (kind = 'SALE') AS latest
    FROM ${LINES} JOIN ${HOMES} USING (card) ${athome(storeId)} GROUP BY card ORDER BY orders DESC, card LIMIT 1`);
  return row as { card: string; orders: string; netSales: string; latest: string };
}

/** The card of a store's members that brought most since a day, and what it brought. */
export async function rawTopCard(from: string, storeId: string) {
  const [row] = await rawRows(`
    SELECT card, CAST(sum(net) AS decimal(18,2)) AS netSales FROM ${LINES} JOIN ${HOMES} USING (card)
    ${athome(storeId)} AND day >= '${from}' GROUP BY card ORDER BY sum(net) DESC, card LIMIT 1`);
  return row as { card: string; netSales: string };
}

/** How a member signed up: the last of them, with the key under which the product keeps them. */
export async function rawMember() {
  const [row] = await rawRows(`
    SELECT n.customer_key AS key, m.card, full_name AS name, email, phone
    FROM ${bronze('crm/members')} AS m JOIN ${gold('customer_numbers')} AS n ON n.loyalty_number = m.card
    WHERE email IS NOT NULL AND phone IS NOT NULL ORDER BY m.card DESC LIMIT 1`);
  return row as { key: string; card: string; name: string; email: string; phone: string };
}

/** Estimates as they lie in the science tables' own files. */
export async function filedPredictions(storeId?: string) {
  const [row] = await rawRows(`
    SELECT CAST(sum(predicted_sales) AS decimal(18,2)) AS predictedSales, CAST(round(sum(churn_probability)) AS int) AS lost
    FROM ${gold('customer_predictions')} ${storeId ? `WHERE store_id = '${storeId}'` : ''}`);
  return row as { predictedSales: string; lost: string };
}

export async function filedPrediction(card: string) {
  const [row] = await rawRows(`
    SELECT n.customer_key AS key, CAST(predicted_sales AS decimal(18,2)) AS sales, CAST(predicted_sales_low AS decimal(18,2)) AS low,
      CAST(predicted_sales_high AS decimal(18,2)) AS high, CAST(round(100 * churn_probability, 1) AS decimal(5,1)) AS churn
    FROM ${gold('customer_predictions')} AS p JOIN ${gold('customer_numbers')} AS n USING (customer_key)
    WHERE loyalty_number = '${card}'`);
  return row as { key: string; sales: string; low: string; high: string; churn: string };
}

/** The rules of the highest lift of one slice. */
export async function filedRules(level: string, storeFormat: string, season: string) {
  return rawRows(`
    SELECT antecedent_name AS first, consequent_name AS second, CAST(round(r.lift, 2) AS decimal(9,2)) AS lift,
      CAST(round(100 * confidence, 1) AS decimal(5,1)) AS confidence, baskets_with_both AS both
    FROM ${gold('affinity_rules')} AS r WHERE level = '${level}' AND store_format = '${storeFormat}' AND season = '${season}'
    ORDER BY r.lift DESC, antecedent, consequent`);
}
