import { COLLATION } from '#server/gold/ddl.ts';
import type { Column, LakeTable } from '#server/gold/table.ts';
import { qualifiedName } from '#server/gold/table.ts';

/** One column as INFORMATION_SCHEMA.COLUMNS tells of it. */
export interface FoundColumn {
  readonly table: string;
  readonly column: string;
  /** From 1, in the order of the view. */
  readonly position: number;
  /** `decimal(18,2)` */
  readonly type: string;
  /** Of a text, where the source tells it. */
  readonly collation?: string | undefined;
}

/** One way in which what is there differs from the contract; `column` is empty where the view as a whole does. */
export interface Difference {
  readonly table: string;
  readonly column: string;
  readonly contract: string;
  readonly there: string;
}

/**
 * Every difference of the views from the contract, table by table and column by column. Whether a column may be null is
 * not compared: over files every column may. What is there and in no contract is a difference too.
 */
export function compareContract(
  tables: readonly LakeTable[],
  found: readonly FoundColumn[],
): readonly Difference[] {
  const byTable = Map.groupBy(found, ({ table }) => table);
  const declared = new Set(tables.map(qualifiedName));
  const unknown = [...byTable.keys()].filter((table) => !declared.has(table));
  return [
    ...tables.flatMap((table) => compareTable(table, byTable.get(qualifiedName(table)))),
    ...unknown.map((table) => ({ table, column: '', contract: 'no such view', there: 'a view' })),
  ];
}

function compareTable(table: LakeTable, found: readonly FoundColumn[] | undefined): Difference[] {
  const name = qualifiedName(table);
  if (!found) return [{ table: name, column: '', contract: 'a view', there: 'nothing' }];
  const declared = declaredColumns(table);
  const there = new Map(found.map((column) => [column.column, column]));
  const differing = declared.flatMap(([column, type], at): Difference[] => {
    const other = there.get(column);
    if (!other) return [{ table: name, column, contract: type, there: 'nothing' }];
    if (other.type !== type) return [{ table: name, column, contract: type, there: other.type }];
    // Under another collation equal ids may differ, different ones be equal, and no predicate skips files.
    if (other.collation !== undefined && other.collation !== COLLATION)
      return [{ table: name, column, contract: COLLATION, there: other.collation }];
    const place = at + 1;
    return other.position === place
      ? []
      : [{ table: name, column, contract: `place ${place}`, there: `place ${other.position}` }];
  });
  const more = found.filter(({ column }) => !declared.some(([other]) => other === column));
  return [
    ...differing,
    ...more.map(({ column, type }) => ({ table: name, column, contract: 'nothing', there: type })),
  ];
}

/** Columns of the view with their types: those of the contract, then the folders it lies in. */
export function declaredColumns(table: LakeTable): [column: string, type: string][] {
  return [
    ...Object.entries<Column>(table.columns).map(([name, { sqlType }]): [string, string] => [name, sqlType]),
    ...table.partitions.map((name): [string, string] => [name, 'int']),
  ];
}
