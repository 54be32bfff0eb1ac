import { join } from 'node:path';
import { rawRows } from './raw-figures.ts';
import { CHAIN } from './stacks.ts';

const bronze = (table: string) => `'${join(CHAIN.lakeRoot, 'current/bronze', table)}/*.parquet'`;
const gold = (table: string) => `'${join(CHAIN.lakeRoot, 'current/gold', table)}/*.parquet'`;

/** A product's prices and sales recomputed from the files as they were received. Text, exact; '' where there is none. */
export async function paidFor(productId: string, asOf: string): Promise<Record<string, string>> {
  const [facts = {}] = await rawRows(`
    WITH sent AS (
      SELECT DISTINCT * EXCLUDE (source_file, source_line) FROM ${bronze('pos/till_lines')}
      WHERE kind = 'SALE' AND item_code = '${productId}' AND till_time[1:10] <= '${asOf}'
        AND CAST(till_time[1:10] AS date) > CAST('${asOf}' AS date) - 28
    ), latest AS (
      SELECT competitor, CAST(price AS decimal(12,2)) AS price FROM ${bronze('head_office/competitor_prices')}
      WHERE item_code = '${productId}' AND CAST(match_quality AS double) >= 0.9 AND CAST(in_stock AS boolean)
        AND CAST(observed_on AS date) BETWEEN CAST('${asOf}' AS date) - 6 AND CAST('${asOf}' AS date)
      QUALIFY row_number() OVER (PARTITION BY competitor ORDER BY observed_on DESC) = 1
    )
    SELECT
      (SELECT CAST(arg_max(CAST(regular_price AS decimal(12,2)), CAST(valid_from AS date)) AS varchar)
        FROM ${bronze('head_office/price_list')} WHERE item_code = '${productId}' AND CAST(valid_from AS date) <= '${asOf}')
        AS priceNow,
      (SELECT sum(CAST(quantity AS int)) FROM sent) AS unitsSold,
      (SELECT sum(CAST(quantity AS int) * CAST(unit_price AS decimal(12,2)) - CAST(discount AS decimal(12,2))) FROM sent)
        AS netSales,
      (SELECT coalesce(CAST(round(median(price), 2) AS varchar), '') FROM latest) AS competitorPrice`);
  return facts;
}

/** What the statistics wrote of a product, read from their own files. */
export async function estimatesOf(productId: string): Promise<Record<string, string>> {
  const [row = {}] = await rawRows(`
    SELECT CAST(round(elasticity, 2) AS decimal(9,2)) AS elasticity, grade, recommended_price AS recommendedPrice,
      margin_change AS marginChange, margin_change_lower AS marginLower, margin_change_upper AS marginUpper,
      CAST(round(units_change) AS int) AS unitsChange, r.as_of_date AS asOf
    FROM ${gold('price_recommendations')} AS r JOIN ${gold('price_elasticities')} AS e USING (product_id)
    WHERE product_id = '${productId}'`);
  return row;
}

/** Products with a change to decide, by whether so much is at stake that two people have to agree. */
export async function productsToDecide(isLarge: boolean): Promise<string[]> {
  const rows = await rawRows(`
    SELECT product_id AS id FROM ${gold('price_recommendations')} WHERE action <> 'hold'
      AND margin_change ${isLarge ? '>= 600' : 'BETWEEN 100 AND 400'} ORDER BY margin_change DESC, product_id`);
  return rows.map(({ id }) => id ?? '');
}

/** A change of price that was measured: the newest, of any product. */
export async function newestOutcome(): Promise<Record<string, string>> {
  const [row = {}] = await rawRows(`
    SELECT product_id AS productId, changed_on AS changedOn, CAST(100 * price_before AS int) AS before,
      CAST(100 * price_after AS int) AS after, units_sold / units_expected - 1 AS change
    FROM ${gold('price_outcomes')} ORDER BY changed_on DESC, product_id LIMIT 1`);
  return row;
}

/** Products whose stock ages, by the stock list and what is expected to sell: 16 weeks of it and 40 units or more. */
export async function ageingStock(): Promise<{ id: string; stock: number }[]> {
  const rows = await rawRows(`
    WITH held AS (
      SELECT item_code AS id, sum(greatest(CAST(on_hand AS int), 0)) AS stock FROM ${bronze('inventory/stock_list')} GROUP BY 1
    )
    SELECT id, stock FROM held JOIN ${gold('price_recommendations')} ON product_id = id
    WHERE stock >= 40 AND stock / (expected_units / 4) >= 16 ORDER BY id`);
  return rows.map(({ id = '', stock }) => ({ id, stock: Number(stock) }));
}

/** The schedules as the statistics wrote them, largest gain first; prices week by week with blanks between them. */
export async function filedMarkdowns(): Promise<Record<string, string>[]> {
  return rawRows(`
    SELECT product_id AS id, any_value(stock) AS stock, CAST(round(any_value(weeks_of_cover)) AS int) AS lasts,
      any_value(price_now) AS priceNow, string_agg(price, ' ' ORDER BY week_number) AS prices,
      CAST(round(arg_max(units_left, week_number)) AS int) AS "left",
      any_value(revenue) - any_value(revenue_of_doing_nothing) AS gain
    FROM ${gold('markdown_schedule')} GROUP BY id ORDER BY gain DESC, id`);
}

/** The price of a product on a day, by head office's list. */
export async function listedPrice(productId: string, day: string): Promise<string> {
  const [row] = await rawRows(`
    SELECT regular_price AS price FROM ${bronze('head_office/price_list')}
    WHERE item_code = '${productId}' AND valid_from <= '${day}' AND (valid_to IS NULL OR '${day}' < valid_to)`);
  return row?.['price'] ?? '';
}
