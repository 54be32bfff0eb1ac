import { join } from 'node:path';
import { rawRows } from './raw-figures.ts';
import { CHAIN } from './stacks.ts';

/** Days, both included, and stores; without stores the whole chain. */
export interface RawPart {
  readonly from: string;
  readonly to: string;
  readonly stores?: readonly string[];
  /** A node of the category tree. */
  readonly category?: string;
}

const list = (of: string, name: string) =>
  `'${join(CHAIN.lakeRoot, `current/bronze/${of}/${name}/*.parquet`)}'`;

/** The tills' lines of a part, with what head office's lists say of their goods and stores. */
function lines({ from, to, stores, category }: RawPart): string {
  const ofStores = stores ? `AND store_code IN (${stores.map((id) => `'${id}'`).join(', ')})` : '';
  const ofCategory = category ? `WHERE '${category}' IN (subcategory, category, department)` : '';
  return `
    WITH received AS (SELECT DISTINCT * EXCLUDE (source_file, source_line) FROM ${list('pos', 'till_lines')}),
    line AS (
      SELECT r.*, goods.subcategory, goods.category, tree.parent_category AS department, shop.region,
        CAST(quantity AS int) * CAST(unit_price AS decimal(12,2)) - CAST(discount AS decimal(12,2)) AS net,
        till_time[1:10] AS day
      FROM received AS r
      JOIN (SELECT DISTINCT item_code, category, subcategory FROM ${list('head_office', 'product_list')}) AS goods USING (item_code)
      JOIN (SELECT DISTINCT category, parent_category FROM ${list('head_office', 'category_tree')}) AS tree ON tree.category = goods.category
      JOIN (SELECT DISTINCT store_code, region FROM ${list('head_office', 'store_list')}) AS shop USING (store_code)
      WHERE till_time[1:10] BETWEEN '${from}' AND '${to}' ${ofStores}
    ),
    part AS (SELECT * FROM line ${ofCategory})`;
}

type Figures = Readonly<Record<string, string>>;

async function byName(sql: string): Promise<Figures> {
  const rows = await rawRows(sql);
  return Object.fromEntries(rows.map(({ name = '', figure = '' }) => [name, figure]));
}

const NET = 'CAST(sum(net) AS decimal(18,2))';

/** Net sales by what a line says of itself. */
export function rawSalesBy(
  of: 'channel' | 'region' | 'department' | 'category' | 'subcategory' | 'item_code',
  part: RawPart,
): Promise<Figures> {
  return byName(`${lines(part)} SELECT ${of} AS name, ${NET} AS figure FROM part GROUP BY ${of}`);
}

/** Value brought back by category, positive. */
export function rawReturns(part: RawPart): Promise<Figures> {
  return byName(`${lines(part)}
    SELECT category AS name, CAST(-sum(net) AS decimal(18,2)) AS figure FROM part WHERE kind <> 'SALE' GROUP BY category`);
}

/** Net sales of promoted goods on the days of their promotion. */
export function rawPromotions(part: RawPart): Promise<Figures> {
  return byName(`${lines(part)}
    SELECT p.promotion_code AS name, ${NET} AS figure
    FROM part JOIN ${list('head_office', 'promotions')} AS p
      ON p.item_code = part.item_code AND part.day BETWEEN p.from_date AND p.to_date
    GROUP BY p.promotion_code`);
}

/** Net sales of an average Saturday (or another ISO weekday) by the hour of the till's own clock, to the penny, cut. */
export function rawHours(weekday: number, part: RawPart): Promise<Figures> {
  return byName(`${lines(part)}, ofDay AS (SELECT * FROM part WHERE isodow(CAST(day AS date)) = ${weekday})
    SELECT till_time[12:13] || ':00' AS name,
      CAST(trunc(100 * sum(net) / (SELECT count(DISTINCT day) FROM ofDay)) / 100 AS decimal(18,2)) AS figure
    FROM ofDay GROUP BY ALL`);
}
