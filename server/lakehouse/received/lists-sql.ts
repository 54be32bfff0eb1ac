import { codeSql, daySql, moneySql, plainNumberSql, wholeNumberSql } from '../received-text.ts';
import { literal } from '../sql-text.ts';
import { columnReader, joinSql, listSql, zoneSql } from './column-sql.ts';
import type { SourceDeclaration, Words } from './declaration.ts';

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
  const read = columnReader(products.lookups);
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
    FROM (${listSql(products.table, tables)}) AS l ${joinSql(products.lookups, tables)}
    WHERE ${id} IS NOT NULL ${from ? `AND ${from} IS NOT NULL` : ''}`;
  return `WITH list AS (${list})
    SELECT * FROM list UNION ALL BY NAME SELECT * FROM (${DESCRIBED}) ANTI JOIN list USING (product_id)`;
}

/** SELECT of the stores of the list, or of those the lines name. */
export function storesSql(declaration: SourceDeclaration): string {
  const { stores, tables, numbers } = declaration;
  const read = columnReader([]);
  const days = (of: 'openedOn' | 'closedOn') =>
    `CAST(${stores[of] ? daySql(read.text(stores[of].column), stores[of]) : 'NULL'} AS DATE)`;
  const area = `CAST(${stores.sellingArea ? wholeNumberSql(plainNumberSql(read.text(stores.sellingArea), numbers)) : 'NULL'} AS INTEGER)`;
  const fixed = (
    id: string,
  ) => `${read.words(stores.region)} AS region, ${read.words(stores.format)} AS format,
    ${days('openedOn')} AS opened_on, ${days('closedOn')} AS closed_on,
    ${area} AS selling_area_m2,
    ${stores.country ? literal(stores.country) : 'CAST(NULL AS VARCHAR)'} AS country_code, ${zoneSql(declaration, id)} AS time_zone`;
  if (stores.table && stores.id) {
    const id = codeSql(read.text(stores.id));
    return `SELECT ${id} AS store_id, coalesce(${stores.name ? read.words(stores.name) : 'NULL'}, ${id}) AS store_name, ${fixed(id)}
      FROM (${listSql(stores.table, tables)}) AS l WHERE ${id} IS NOT NULL`;
  }
  const name = stores.name ? read.words(stores.name) : "'Store ' || store_id";
  return `SELECT DISTINCT store_id, ${name} AS store_name, ${fixed('store_id')} FROM silver.transaction_lines`;
}
