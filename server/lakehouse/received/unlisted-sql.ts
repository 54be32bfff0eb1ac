import { codeSql, daySql } from '../received-text.ts';
import { campaignLists } from './campaigns-sql.ts';
import { quoted } from './column-sql.ts';
import type { SourceDeclaration } from './declaration.ts';
import { isUnreadSql, reading } from './listed.ts';
import { placementList } from './placements-sql.ts';

/**
 * SELECT of the rows of lists that nothing can be made of, without an id, a day or a count that makes them a row. One that
 * is two lists in one is there once; rows of the lines are judged as lines, whatever else they list.
 */
export function unlistedSql(declaration: SourceDeclaration): string | undefined {
  const { lines, products, stores, suppliers, stock } = declaration;
  const isNoCode = (column: string) => `${codeSql(quoted(column))} IS NULL`;
  const unread = [
    products && {
      table: products.table,
      where: products.validFrom
        ? `${isNoCode(products.id)} OR ${daySql(quoted(products.validFrom.column), products.validFrom)} IS NULL`
        : isNoCode(products.id),
    },
    stores.table && stores.id && { table: stores.table, where: isNoCode(stores.id) },
    suppliers && { table: suppliers.table, where: isNoCode(suppliers.id) },
    stock && {
      table: stock.table,
      where: `${isNoCode(stock.product)} OR ${reading(stock, declaration).whole(stock.onHand)} IS NULL`,
    },
    ...[placementList(declaration), ...Object.values(campaignLists(declaration))].map(
      (list) => list && { table: list.table, where: isUnreadSql(list) },
    ),
  ];
  const selects = unread.flatMap((list) =>
    list && list.table !== lines.table
      ? [`SELECT source_file, source_line FROM bronze.${list.table} AS l WHERE ${list.where}`]
      : [],
  );
  return selects.length > 0 ? selects.join(' UNION ') : undefined;
}
