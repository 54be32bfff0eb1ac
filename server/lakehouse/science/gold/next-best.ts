import type { Bench } from '../../bench.ts';
import { SOLD_IN_WINDOW } from './tickets-of-window.ts';

/** Products suggested to a customer. */
const SUGGESTED = 5;
/** The most wanted of all, which are suggested where nothing says more. */
const POPULAR = 40;
/** Own history is believed as if the chain's habits had been seen in so many baskets; estimated, within these bounds. */
const LEAST_PRIOR = 1;
const MOST_PRIOR = 10_000;

/** Baskets of the window: what customers had in theirs, and how often anybody has it. */
const OWN = `
  CREATE OR REPLACE TEMP TABLE own_products AS
  SELECT c.customer_key, t.number, count(*) AS times
  FROM (SELECT DISTINCT store_id, transaction_id, customer_id, product_id FROM silver.transaction_lines
    WHERE customer_id IS NOT NULL AND ${SOLD_IN_WINDOW}) AS l
  JOIN silver.customers AS c ON c.customer_id = l.customer_id AND c.is_current
  JOIN basket_products AS t ON t.product_id = l.product_id
  GROUP BY ALL`;

const BASE = `
  CREATE OR REPLACE TEMP TABLE product_shares AS
  SELECT number, product_id, share FROM basket_products WHERE share > 0`;

const BUYERS = `
  CREATE OR REPLACE TEMP TABLE buyers AS
  SELECT customer_key, any_value(store_id) AS store_id, count(*) AS tickets FROM gold.customer_orders
  WHERE is_sale AND business_date > (SELECT max(last_closed_date) - 364 FROM silver.lake_builds) GROUP BY customer_key`;

/**
 * SELECT of what each customer active in the window is most likely to have in the next basket, in three ways: what goes
 * with something they buy, what they buy again, and what everybody buys. All three are the same kind of chance, so
 * they can be held against each other. Reads the tickets that the rules were found in.
 */
export async function nextBestSql(bench: Bench): Promise<string> {
  for (const sql of [OWN, BASE, BUYERS]) await bench.run(sql);
  const prior = await priorBaskets(bench);
  return `
    WITH own AS (
      SELECT o.customer_key, o.number, o.times, (o.times + ${prior} * s.share) / (b.tickets + ${prior}) AS chance
      FROM own_products AS o JOIN product_shares AS s USING (number) JOIN buyers AS b USING (customer_key)
    ), rules AS (
      SELECT a.number AS from_number, c.number AS to_number, any_value(r.antecedent) AS from_id, any_value(lift) AS lift,
        CAST(any_value(confidence) AS DOUBLE) AS confidence
      FROM gold.affinity_rules AS r
      JOIN basket_products AS a ON a.product_id = r.antecedent JOIN basket_products AS c ON c.product_id = r.consequent
      WHERE r.level = 'product' AND r.store_format = 'all' AND r.season = 'all' GROUP BY ALL
    ), popular AS (SELECT number, share FROM product_shares ORDER BY share DESC, number LIMIT ${POPULAR}),
    candidates AS (
      SELECT o.customer_key, r.to_number AS number, o.chance * r.confidence + (1 - o.chance) * s.share AS score,
        'affinity' AS reason, r.from_id AS because_product_id, r.lift, CAST(NULL AS BIGINT) AS times
      FROM own AS o JOIN rules AS r ON r.from_number = o.number JOIN product_shares AS s ON s.number = r.to_number
      ANTI JOIN own_products AS has ON has.customer_key = o.customer_key AND has.number = r.to_number
      UNION ALL
      SELECT customer_key, number, chance, 'repurchase', NULL, NULL, times FROM own WHERE times >= 2
      UNION ALL
      SELECT b.customer_key, p.number, p.share, 'popular', NULL, NULL, NULL FROM buyers AS b CROSS JOIN popular AS p
      ANTI JOIN own_products AS has ON has.customer_key = b.customer_key AND has.number = p.number
    ), best AS (
      SELECT * FROM candidates
      QUALIFY row_number() OVER (PARTITION BY customer_key, number ORDER BY score DESC, reason, because_product_id) = 1
    )
    SELECT c.customer_key, b.store_id, s.product_id, c.score, c.reason, c.because_product_id, c.lift,
      c.times AS times_bought, row_number() OVER (PARTITION BY c.customer_key ORDER BY c.score DESC, s.product_id) AS position
    FROM best AS c JOIN buyers AS b USING (customer_key) JOIN product_shares AS s USING (number)
    QUALIFY position <= ${SUGGESTED}`;
}

/**
 * How many baskets the chain's habits are worth beside a customer's own, by the method of moments for beta-binomial
 * counts: where people buy the same again no more often than chance has it, own history says nothing.
 */
async function priorBaskets(bench: Bench): Promise<number> {
  const [sums] = await bench.rows<{ again: number | null; alike: number | null; own: number | null }>(`
    SELECT (SELECT sum(CAST(times AS DOUBLE) * (times - 1)) FROM own_products) AS again,
      pairs * squares AS alike, pairs * shares AS own
    FROM (SELECT sum(CAST(tickets AS DOUBLE) * (tickets - 1)) AS pairs FROM buyers),
      (SELECT sum(share * share) AS squares, sum(share) AS shares FROM product_shares)`);
  const { again, alike, own } = sums ?? {};
  if (!again || !alike || !own || again <= alike) return MOST_PRIOR;
  return Math.min(MOST_PRIOR, Math.max(LEAST_PRIOR, (own - again) / (again - alike)));
}
