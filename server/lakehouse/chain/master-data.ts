import { addDays } from '#lib/business-date.ts';
import { literal } from '../sql-text.ts';
import { CATALOGUE, CATALOGUE_SIZE, DEPARTMENTS } from './catalogue.ts';
import { type ChainPlan, firstDay } from './chain-plan.ts';
import { tradeOfChoice } from './range.ts';
import { FORMATS, storesOf } from './stores.ts';
import { SUPPLIERS } from './suppliers.ts';
import { variantsOf } from './variants.ts';

/** SELECT of the store list as head office keeps it, plus what the made-up trade needs. Dates may be NULL. */
export function storesSql(plan: ChainPlan): string {
  const day = (daysBack: number | undefined) =>
    daysBack === undefined ? 'CAST(NULL AS DATE)' : `DATE '${addDays(plan.lastClosedDate, -daysBack)}'`;
  const rows = storesOf(plan).map(({ name, region, format, past }, index) => {
    const { dailyLines, range, squareMetres } = FORMATS[format];
    const code = `S-${String(index + 1).padStart(3, '0')}`;
    const texts = [code, name, region, format].map(literal).join(', ');
    const dates = [past.opened, past.closed, past.remodelFrom, past.remodelTo].map(day).join(', ');
    return `(${texts}, ${dailyLines}, ${range}, ${squareMetres}, ${dates})`;
  });
  return `SELECT store_code, store_name, region, format, range_share, opened_on, closed_on, remodel_from, remodel_to,
      CAST(square_metres * (0.85 + 0.3 * uniform('area', store_code)) AS INTEGER) AS square_metres,
      daily_lines * ${tradeOfChoice(plan)} * (0.8 + 0.4 * uniform('store size', store_code)) AS daily_lines,
      0.12 * uniform('store growth', store_code) - 0.03 AS yearly_growth
    FROM (VALUES ${rows.join(', ')}) AS s(store_code, store_name, region, format, daily_lines, range_share,
      square_metres, opened_on, closed_on, remodel_from, remodel_to)`;
}

/**
 * SELECT of the product list: every thing in every look, in a large plan in sizes and colours too; its place in the
 * category by popularity from 0, how much of the trade it draws, and how its demand answers to its price. The last
 * quarter of a category sells now and then.
 */
export function productsSql(plan: ChainPlan): string {
  const variants = variantsOf(plan);
  const inCategory = (CATALOGUE_SIZE / CATALOGUE.length) * variants.length;
  const rows = CATALOGUE.flatMap(({ name, looks, things }, category) =>
    Object.entries(things).flatMap(([thing, price], t) =>
      looks.map((look, l) => {
        const code = `P-${twoDigits(category + 1)}${twoDigits(t * looks.length + l + 1)}`;
        const texts = [code, `${look} ${thing}`, thing, name, supplierCode(category)].map(literal).join(', ');
        return `(${texts}, ${price})`;
      }),
    ),
  );
  return `SELECT item_code, item_name, subcategory, category, supplier_code, popularity,
      price * size * (0.8 + 0.5 * uniform('price', item_code)) AS usual_price,
      0.38 + 0.2 * uniform('cost', item_code) AS cost_share,
      [4, 6, 12, 24][1 + CAST(floor(4 * uniform('pack', item_code)) AS INTEGER)] AS pack_size,
      (popularity + 2) ** -0.7 * CASE WHEN popularity > ${Math.floor(0.75 * inCategory)} THEN 0.15 ELSE 1 END AS pull,
      -(1.2 + 1.4 * uniform('category elasticity', category)) * (0.75 + 0.5 * uniform('elasticity', item_code))
        AS price_elasticity
    FROM (
      SELECT *, row_number() OVER (PARTITION BY category ORDER BY uniform('popularity', item_code)) - 1 AS popularity
      FROM (
        SELECT concat(code, code_end) AS item_code, concat(name, name_end) AS item_name, subcategory, category,
          supplier_code, price, size
        FROM (VALUES ${rows.join(', ')}) AS p(code, name, subcategory, category, supplier_code, price)
        CROSS JOIN (VALUES ${variants.map(({ code, name, price }) => `(${literal(code)}, ${literal(name)}, CAST(${price} AS DOUBLE))`).join(', ')}) AS v(code_end, name_end, size)
      )
    ) ORDER BY popularity, item_code LIMIT ${plan.products}`;
}

/**
 * SELECT of each product's regular price and cost from a day on. A price moves every 40 to 100 days about its usual
 * level and ends in .49 or .99; costs creep up.
 */
export function pricesSql(plan: ChainPlan): string {
  return `SELECT item_code, valid_from, lead(valid_from) OVER (PARTITION BY item_code ORDER BY valid_from) AS valid_to,
      CAST(greatest(floor(2 * usual_price * (0.86 + 0.28 * uniform('level', key))) / 2, 1) - 0.01 AS DECIMAL(18,2))
        AS regular_price,
      CAST(greatest(usual_price * cost_share * (1 + 0.015 * version), 0.2) AS DECIMAL(18,2)) AS unit_cost
    FROM (
      SELECT *, DATE '${addDays(firstDay(plan), -60)}' + CAST(sum(CASE version WHEN 0 THEN 0
        ELSE 40 + floor(60 * uniform('price lasts', key)) END) OVER (PARTITION BY item_code ORDER BY version) AS INTEGER)
        AS valid_from
      FROM (SELECT *, concat(item_code, '/', version) AS key
        FROM product_list, range(${1 + Math.ceil((plan.days + 60) / 40)}) AS v(version))
    ) WHERE valid_from <= DATE '${plan.lastClosedDate}'`;
}

/** SELECT of month, category and how its demand stands to an average month's. */
export const SEASONS = `SELECT * FROM (VALUES ${CATALOGUE.flatMap(({ name, season }) =>
  season.map((weight, month) => `(${month + 1}, ${literal(name)}, ${weight})`),
).join(', ')}) AS s(month, category, season)`;

/** SELECT of the category tree: departments, categories, things. */
export const CATEGORIES = `
  SELECT DISTINCT department AS category, CAST(NULL AS VARCHAR) AS parent_category, 1 AS level FROM departments
  UNION ALL SELECT category, department, 2 FROM departments
  UNION ALL SELECT DISTINCT subcategory, category, 3 FROM product_list`;

export const DEPARTMENTS_SQL = `SELECT * FROM (VALUES ${Object.entries(DEPARTMENTS)
  .flatMap(([department, categories]) =>
    categories.map((name) => `(${literal(department)}, ${literal(name)})`),
  )
  .join(', ')}) AS d(department, category)`;

export const SUPPLIERS_SQL = `SELECT * FROM (VALUES ${SUPPLIERS.map(
  ({ name, leadTimeDays, lateShare, shortShare }, index) =>
    `(${literal(supplierCode(index))}, ${literal(name)}, ${leadTimeDays}, ${lateShare}, ${shortShare})`,
).join(', ')}) AS s(supplier_code, supplier_name, lead_time_days, late_share, short_share)`;

function supplierCode(index: number): string {
  return `V-${twoDigits(index + 1)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
