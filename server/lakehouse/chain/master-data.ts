import { literal } from '../sql-text.ts';
import { CATALOGUE } from './catalogue.ts';
import type { ChainPlan } from './chain-plan.ts';
import { FORMATS, STORES } from './stores.ts';

/**
 * `uniform(tag, key)`: a number in [0, 1) that depends on nothing but the seed and its arguments, so that rows come
 * out equal whatever order or thread they are made in. MD5 because it is the same in every version of the engine.
 */
export function uniformMacro(seed: number): string {
  return `CREATE MACRO uniform(tag, key) AS
    CAST(md5_number_lower(concat(${seed}, '/', tag, '/', key)) >> 11 AS DOUBLE) / 9007199254740992`;
}

/** SELECT of the store list as head office keeps it, plus what the made-up trade needs. */
export function storesSql(plan: ChainPlan): string {
  const rows = STORES.slice(0, plan.stores).map(({ name, region, format }, index) => {
    const { dailyTickets, range, squareMetres } = FORMATS[format];
    const code = `S-${String(index + 1).padStart(3, '0')}`;
    const texts = [code, name, region, format].map(literal).join(', ');
    return `(${texts}, ${dailyTickets}, ${range}, ${squareMetres})`;
  });
  return `SELECT store_code, store_name, region, format, square_metres, range_share,
      daily_tickets * (0.8 + 0.4 * uniform('store size', store_code)) AS daily_tickets,
      0.12 * uniform('store growth', store_code) - 0.03 AS yearly_growth
    FROM (VALUES ${rows.join(', ')})
      AS s(store_code, store_name, region, format, daily_tickets, range_share, square_metres)`;
}

/**
 * SELECT of the product list: every thing in every look, a price with a .99 or .49 ending, and its place in the
 * category by popularity, from 0.
 */
export function productsSql(plan: ChainPlan): string {
  const rows = CATALOGUE.flatMap(({ name, looks, things }, category) =>
    Object.entries(things).flatMap(([thing, price], t) =>
      looks.map((look, l) => {
        const code = `P-${twoDigits(category + 1)}${twoDigits(t * looks.length + l + 1)}`;
        return `(${literal(code)}, ${literal(`${look} ${thing}`)}, ${literal(name)}, ${price})`;
      }),
    ),
  );
  return `SELECT item_code, item_name, category, popularity,
      CAST(floor(greatest(price * (0.8 + 0.5 * uniform('price', item_code)), 1))
        + CASE WHEN uniform('ending', item_code) < 0.6 THEN 0.99 ELSE 0.49 END AS DECIMAL(18,2)) AS list_price
    FROM (
      SELECT *, row_number() OVER (PARTITION BY category ORDER BY uniform('popularity', item_code)) - 1 AS popularity
      FROM (VALUES ${rows.join(', ')}) AS p(item_code, item_name, category, price)
    ) ORDER BY popularity, item_code LIMIT ${plan.products}`;
}

/** SELECT of month, category, its number of products and where its share of the month's lines begins, from 0 to 1. */
export function demandSql(): string {
  const rows = CATALOGUE.flatMap(({ name, season }) =>
    season.map((weight, month) => `(${month + 1}, ${literal(name)}, ${weight})`),
  );
  return `SELECT month, category, products,
      (sum(weight) OVER (PARTITION BY month ORDER BY category) - weight) / sum(weight) OVER (PARTITION BY month)
        AS share_from
    FROM (VALUES ${rows.join(', ')}) AS d(month, category, weight)
    JOIN (SELECT category, count(*) AS products FROM product_list GROUP BY category) USING (category)
    WHERE weight > 0`;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');
