import type { Source } from '../source.ts';
import { literal } from '../sql-text.ts';
import type { SourceDeclaration } from './declaration.ts';
import { reading, rowsSql } from './listed.ts';

const FIRST_DAY = '(SELECT min(business_date) FROM silver.transaction_lines)';
const LAST_DAY = '(SELECT max(business_date) FROM silver.transaction_lines)';

/**
 * SELECTs of what a source lists beside its lines: who supplies its products, and the stock it has. A stock list says
 * nothing of deliveries: the ledger opens with what must have come in by the end, and goes down by the sales to the list.
 */
export function listedRecords(declaration: SourceDeclaration): NonNullable<Source['records']> {
  const { stock, tables } = declaration;
  const listed = supplierRecords(declaration);
  if (!stock) return listed;
  const store = literal(stock.store);
  const { product, code, whole } = reading(stock, declaration);
  const said = { product_id: product(stock.product), on_hand: whole(stock.onHand) };
  const list = rowsSql({ table: stock.table, said, key: ['product_id'] }, tables, {
    supplier_id: code(stock.supplier),
    on_order: whole(stock.onOrder),
    reorder_level: stock.reorderLevel ? whole(stock.reorderLevel) : 'CAST(NULL AS INTEGER)',
  });
  const sold = `SELECT business_date, product_id, line_type, CAST(sum(quantity) AS INTEGER) AS units
    FROM silver.transaction_lines SEMI JOIN (${list}) USING (product_id) WHERE fulfilment_store_id = ${store} GROUP BY ALL`;
  return {
    ...listed,
    inventoryMovements: `
      SELECT business_date, ${store} AS store_id, product_id, line_type AS movement_type, '' AS reference, -units AS units
      FROM (${sold})
      UNION ALL SELECT ${FIRST_DAY}, ${store}, product_id, 'opening', 'stock list', CAST(on_hand + coalesce(s.units, 0) AS INTEGER)
      FROM (${list}) LEFT JOIN (SELECT product_id, sum(units) AS units FROM (${sold}) GROUP BY ALL) AS s USING (product_id)`,
    inventorySnapshots: `SELECT ${LAST_DAY} AS snapshot_date, ${store} AS store_id, product_id, on_hand, reorder_level FROM (${list})`,
    purchaseOrderLines: `SELECT 'ON ORDER' AS order_number,
        CAST(row_number() OVER (ORDER BY product_id) AS INTEGER) AS line_number, supplier_id, ${store} AS store_id, product_id,
        on_order AS ordered_units
      FROM (${list}) WHERE on_order > 0 AND supplier_id IS NOT NULL`,
  };
}

function supplierRecords(declaration: SourceDeclaration): NonNullable<Source['records']> {
  const { suppliers, tables } = declaration;
  if (!suppliers) return {};
  const { code, words } = reading(suppliers, declaration);
  const said = { supplier_id: code(suppliers.id) };
  const name = { supplier_name: `coalesce(${words(suppliers.name)}, ${said.supplier_id})` };
  return { suppliers: rowsSql({ table: suppliers.table, said }, tables, name) };
}
