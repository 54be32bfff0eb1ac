import { codeSql } from '../received-text.ts';
import { literal } from '../sql-text.ts';
import { columnReader, joinSql, listSql, zoneSql } from './column-sql.ts';
import type { SourceDeclaration } from './declaration.ts';

/** What lines without a list, or beside it, are called: their most used description, the first by alphabet among equals. */
const DESCRIBED = `
  SELECT product_id, coalesce(first(description ORDER BY uses DESC, description) FILTER (description IS NOT NULL), product_id) AS product_name,
    CAST(NULL AS VARCHAR) AS category
  FROM (SELECT product_id, nullif(description, '') AS description, sum(uses) AS uses
    FROM silver.product_descriptions GROUP BY product_id, description)
  GROUP BY product_id`;

/** SELECT of every product of the list, and of those that were sold without standing in it. */
export function productsSql({ products, tables }: SourceDeclaration): string {
  if (!products) return DESCRIBED;
  const read = columnReader(products.lookups);
  const id = `upper(${codeSql(read.text(products.id))})`;
  const list = `SELECT ${id} AS product_id, coalesce(${read.words(products.name)}, ${id}) AS product_name,
      ${products.category ? read.words(products.category) : 'CAST(NULL AS VARCHAR)'} AS category,
      ${products.supplier ? codeSql(read.text(products.supplier)) : 'CAST(NULL AS VARCHAR)'} AS supplier_id
    FROM (${listSql(products.table, tables)}) AS l ${joinSql(products.lookups, tables)} WHERE ${id} IS NOT NULL`;
  return `WITH list AS (${list})
    SELECT * FROM list UNION ALL BY NAME SELECT * FROM (${DESCRIBED}) ANTI JOIN list USING (product_id)`;
}

/** SELECT of the stores of the list, or of those the lines name. */
export function storesSql(declaration: SourceDeclaration): string {
  const { stores, tables } = declaration;
  const read = columnReader([]);
  const fixed = (
    id: string,
  ) => `${read.words(stores.region)} AS region, ${read.words(stores.format)} AS format,
    ${stores.country ? literal(stores.country) : 'CAST(NULL AS VARCHAR)'} AS country_code, ${zoneSql(declaration, id)} AS time_zone`;
  if (stores.table && stores.id) {
    const id = codeSql(read.text(stores.id));
    return `SELECT ${id} AS store_id, coalesce(${stores.name ? read.words(stores.name) : 'NULL'}, ${id}) AS store_name, ${fixed(id)}
      FROM (${listSql(stores.table, tables)}) AS l WHERE ${id} IS NOT NULL`;
  }
  const name = stores.name ? read.words(stores.name) : "'Store ' || store_id";
  return `SELECT DISTINCT store_id, ${name} AS store_name, ${fixed('store_id')} FROM silver.transaction_lines`;
}
