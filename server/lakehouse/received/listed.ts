import { codeSql, daySql, wholeNumberSql } from '../received-text.ts';
import { countSql } from './amounts-sql.ts';
import { columnReader, customerSql, listSql } from './column-sql.ts';
import type { SourceDeclaration } from './declaration.ts';
import type { Customer } from './declared-cells.ts';

/** A received list, with SQL over its row `l` for what each row must say; one that does not is none. */
export interface List {
  readonly table: string;
  readonly said: Readonly<Record<string, string>>;
  /** Which of them tell a row from every other; without it all do. */
  readonly key?: readonly string[] | undefined;
}

// A longer one is of no store: a list may name groups of them.
const LONGEST_STORE = 16;

/** How the cells of a list are read. */
export function reading(part: { readonly table: string }, { tables, numbers }: SourceDeclaration) {
  const read = columnReader(part, tables);
  const code = (column: string) => codeSql(read.text(column));
  return {
    code,
    store: (column: string) => codeSql(read.text(column), LONGEST_STORE),
    product: (column: string) => `upper(${code(column)})`,
    customer: (written: Customer) => customerSql(written, read),
    whole: (column: string) => wholeNumberSql(countSql(read.text(column), numbers)),
    day: (written: { readonly column: string; readonly format: string }) =>
      daySql(read.text(written.column), written),
    words: read.words,
  };
}

/** SQL: whether nothing can be made of a row. */
export function isUnreadSql({ said }: List): string {
  return Object.values(said)
    .map((sql) => `${sql} IS NULL`)
    .join(' OR ');
}

/** SELECT of the rows that say what they must, one for each value of the key, with more that they may say. */
export function rowsSql(
  { table, said, key = Object.keys(said) }: List,
  tables: SourceDeclaration['tables'],
  more: Readonly<Record<string, string>> = {},
): string {
  const columns = Object.entries({ ...said, ...more }).map(([name, sql]) => `${sql} AS ${name}`);
  const keyed = key.map((name) => said[name] ?? '');
  return `SELECT ${columns.join(', ')} FROM (${listSql(table, tables, keyed, Object.values(said))}) AS l`;
}
