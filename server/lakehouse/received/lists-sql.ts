import { codeSql, daySql, moneySql, plainNumberSql, wholeNumberSql } from '../received-text.ts';
import { literal } from '../sql-text.ts';
import { columnReader, joinSql, listSql, zoneSql } from './column-sql.ts';
import type { SourceDeclaration } from './declaration.ts';
import type { Words } from './declared-cells.ts';

/** What lines without a list, or beside it, are called: their most used description, the first by alphabet among equals. */
const DESCRIBED = `
  SELECT product_id, coalesce(first(description ORDER BY uses DESC, description) FILTER (description IS NOT NULL), product_id) AS product_name,
    CAST(NULL AS VARCHAR) AS category
  FROM (SELECT product_id, nullif(description, '') AS description, sum(uses) AS uses
    FROM silver.product_descriptions GROUP BY product_id, description)
  GROUP BY product_id`;

/** SELECT of every version of the products of the list, and of those that were sold without standing in it. */
export function productsSql({ products, tables, numbers }: SourceDeclaration): string {
  if (!products) return DESCRIBED;
  const read = columnReader(products, tables);
  const id = `upper(${codeSql(read.text(products.id))})`;
  const said = (column: string | undefined, sql: (text: string) => string) =>
    column === undefined ? 'NULL' : sql(plainNumberSql(read.text(column), numbers));
  const named = (words: Words | undefined) => (words ? read.words(words) : 'CAST(NULL AS VARCHAR)');
  const { validFrom } = products;
  const from = validFrom && daySql(read.text(validFrom.column), validFrom);
  const list = `SELECT ${id} AS product_id, coalesce(${read.words(products.name)}, ${id}) AS product_name,
      ${named(products.category)} AS category, ${named(products.subcategory)} AS subcategory,
      ${products.supplier ? codeSql(read.text(products.supplier)) : 'CAST(NULL AS VARCHAR)'} AS supplier_id,
      CAST(${said(products.packSize, wholeNumberSql)} AS INTEGER) AS pack_size,
      CAST(${said(products.cost, moneySql)} AS DECIMAL(18,2)) AS unit_cost,
      CAST(${said(products.price, moneySql)} AS DECIMAL(18,2)) AS regular_price
      ${from ? `, ${from} AS valid_from, lead(${from}) OVER (PARTITION BY ${id} ORDER BY ${from}) AS valid_to` : ''}
    FROM (${listSql(products.table, tables, from ? [id, from] : [id])}) AS l ${joinSql(products, tables)}`;
  return `WITH list AS (${list})
    SELECT * FROM list UNION ALL BY NAME SELECT * FROM (${DESCRIBED}) ANTI JOIN list USING (product_id)`;
}

/** SELECT of the stores of the list and of those that sold without standing in it; without a list, of those the lines name. */
export function storesSql(declaration: SourceDeclaration): string {
  const { stores, tables, numbers } = declaration;
  const always = (id: string) => `
    ${stores.country ? literal(stores.country) : 'CAST(NULL AS VARCHAR)'} AS country_code, ${zoneSql(declaration, id)} AS time_zone`;
  const sold = (
    name: string,
  ) => `SELECT DISTINCT store_id, ${name} AS store_name, ${saidOfAll(stores.region)} AS region,
      ${saidOfAll(stores.format)} AS format, ${always('store_id')}
    FROM silver.transaction_lines`;
  if (!stores.table || !stores.id) return sold(stores.name ? saidOfAll(stores.name) : "'Store ' || store_id");
  const read = columnReader({ table: stores.table }, tables);
  const id = codeSql(read.text(stores.id));
  const days = (written: typeof stores.openedOn) =>
    `CAST(${written ? daySql(read.text(written.column), written) : 'NULL'} AS DATE)`;
  const area = stores.sellingArea
    ? wholeNumberSql(plainNumberSql(read.text(stores.sellingArea), numbers))
    : 'NULL';
  const list = `SELECT ${id} AS store_id, coalesce(${stores.name ? read.words(stores.name) : 'NULL'}, ${id}) AS store_name,
      ${read.words(stores.region)} AS region, ${read.words(stores.format)} AS format,
      ${days(stores.openedOn)} AS opened_on, ${days(stores.closedOn)} AS closed_on, CAST(${area} AS INTEGER) AS selling_area_m2,
      ${always(id)}
    FROM (${listSql(stores.table, tables, [id])}) AS l`;
  return `WITH list AS (${list})
    SELECT * FROM list UNION ALL BY NAME SELECT * FROM (${sold('store_id')}) ANTI JOIN list USING (store_id)`;
}

/** What a list would say of a store that does not stand in it. */
function saidOfAll(words: Words): string {
  if (typeof words === 'object' && 'always' in words) return literal(words.always);
  return literal(typeof words === 'object' && 'otherwise' in words ? words.otherwise : 'Unspecified');
}
