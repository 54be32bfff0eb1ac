import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { rawRows } from '../raw-figures.ts';
import { CHAIN } from '../stacks.ts';

const at = (table: string) => `read_parquet('${join(CHAIN.lakeRoot, 'current', table)}/*.parquet')`;
const TRUTH = `read_parquet('${join(CHAIN.lakeRoot, 'current/truth/price_elasticities.parquet')}')`;

/** The chain is made up, so what no shop could know is known: how demand answers to each price. */
const HELD = `
  SELECT e.*, t.price_elasticity AS truth FROM ${at('gold/price_elasticities')} AS e JOIN ${TRUTH} AS t USING (product_id)`;

async function numbers(sql: string): Promise<Record<string, number>> {
  const [row = {}] = await rawRows(sql);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
}

test('Elasticities to act on are true within 5 % on average, and their intervals hold the truth as often as they say', async () => {
  const { products, bias, held } = await numbers(`
    SELECT count(*) AS products, sum(elasticity - truth) / sum(truth) AS bias,
      avg(CASE WHEN truth BETWEEN lower AND upper THEN 1 ELSE 0 END) AS held FROM (${HELD}) WHERE grade = 'A'`);
  expect(products).toBeGreaterThan(200);
  expect(Math.abs(bias ?? 1)).toBeLessThan(0.05);
  expect(held).toBeGreaterThanOrEqual(0.85);
  expect(held).toBeLessThanOrEqual(0.95);
});

test('Four in five products with four prices and a unit a day can be acted on', async () => {
  const { share } = await numbers(`
    SELECT avg(CASE WHEN grade = 'A' THEN 1 ELSE 0 END) AS share FROM (${HELD})
    WHERE price_points >= 4 AND units >= 7 * weeks`);
  expect(share).toBeGreaterThanOrEqual(0.8);
});

test('Recommended prices earn what one who knows the truth would, and no less than doing nothing', async () => {
  // Every price that ends in .49 or .99 between the guardrails, and the price now, by the true demand curve.
  const { recommended, oracle, nothing, losing, products } = await numbers(`
    WITH priced AS (
      SELECT r.*, truth, expected_units * (recommended_price - unit_cost) * (recommended_price / price_now) ** truth AS earned,
        expected_units * (price_now - unit_cost) AS idle
      FROM ${at('gold/price_recommendations')} AS r JOIN (${HELD}) USING (product_id)
    ), best AS (
      SELECT product_id, max(expected_units * (price - unit_cost) * (price / price_now) ** truth) AS most
      FROM priced, (SELECT CAST(i / 2.0 - 0.01 AS decimal(18,2)) AS price FROM range(1, 1000) AS p(i))
      WHERE price BETWEEN lowest_allowed AND highest_allowed GROUP BY product_id
    )
    SELECT sum(earned) AS recommended, sum(greatest(coalesce(most, idle), idle)) AS oracle, sum(idle) AS nothing,
      count(*) FILTER (earned < 0.98 * idle) AS losing, count(*) AS products
    FROM priced LEFT JOIN best USING (product_id)`);
  expect((recommended ?? 0) / (oracle ?? 1)).toBeGreaterThanOrEqual(0.95);
  expect(recommended).toBeGreaterThan(nothing ?? 0);
  expect((losing ?? 1) / (products ?? 1)).toBeLessThan(0.02);
});

test('Nine in ten changes of price turned out within what was predicted of them', async () => {
  const { changes, held } = await numbers(`
    SELECT count(*) AS changes, avg(CASE WHEN units_sold BETWEEN predicted_lower AND predicted_upper THEN 1 ELSE 0 END) AS held
    FROM ${at('gold/price_outcomes')}`);
  expect(changes).toBeGreaterThan(500);
  expect(held).toBeGreaterThanOrEqual(0.85);
});
