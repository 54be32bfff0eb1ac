import type { SensitivityLabel } from '#lib/sensitivity.ts';

/** The SQL types the contract uses: what both engines, the wire and the row types agree on. */
export type SqlType =
  | 'date'
  | 'int'
  | 'bigint'
  | 'bit'
  | 'datetime2(3)'
  | `decimal(${number},${number})`
  | `varchar(${number})`
  | `nvarchar(${number})`;

/** Whether a measure may be added up: over everything, over everything but days (a stock), or never (a price, a rate). */
export type Additivity = 'additive' | 'semiAdditive' | 'nonAdditive';

export interface Column {
  readonly sqlType: SqlType;
  readonly nullable?: true;
  /** What the column says, in the shop's words. */
  readonly meaning: string;
}

/** One table of the lake: from it come the Synapse view, the local table and the contract check. */
export interface LakeTable {
  readonly schema: 'silver' | 'gold';
  readonly name: string;
  /** What one row stands for. */
  readonly grain: string;
  readonly label: SensitivityLabel;
  /** Columns that tell one row from every other; rows are stored in this order, so that files can be skipped. */
  readonly key: readonly [string, ...string[]];
  /** Folder levels of the storage tree, hive style, in order; they are derived from `partitionedOn`. */
  readonly partitions: readonly ('year' | 'month')[];
  /** The date column the partition folders come from; absent for a table kept in one folder. */
  readonly partitionedOn?: string;
  /**
   * True where the rows of a month come from the lines of that month alone. Such months are carried over from build
   * to build while no ticket of theirs changes; every other table is made anew each time.
   */
  readonly monthly?: true;
  /** Measures that may be added up, or all but over days. Any other number may not: one that was forgotten is refused. */
  readonly additivity?: Readonly<Record<string, Exclude<Additivity, 'nonAdditive'>>>;
  /** Made by our own statistics out of silver and gold, not by a model: there is no SELECT for it. */
  readonly madeBy?: 'science';
  /**
   * How a lake in Azure keeps it: a Delta folder where jobs there merge into it, else Parquet. A local build is always
   * Parquet; only the deployment script knows the difference.
   */
  readonly keptAs?: 'delta';
  readonly columns: Readonly<Record<string, Column>>;
}

/** @throws TypeError where the table has no such column */
export function additivityOf(table: LakeTable, column: string): Additivity {
  const declared = table.columns[column];
  if (!declared && !table.partitions.some((name) => name === column))
    throw new TypeError(`${qualifiedName(table)} has no column ${column}`);
  return table.additivity?.[column] ?? 'nonAdditive';
}

export function qualifiedName(table: LakeTable): string {
  return `${table.schema}.${table.name}`;
}
