import { codeSql, wordsSql } from '../received-text.ts';
import { literal } from '../sql-text.ts';
import type { Customer, DeclaredLines, SourceDeclaration, Words } from './declaration.ts';
import { latestFirstSql } from './version-sql.ts';

type Lookups = DeclaredLines['lookups'];

/** Turns the names of a declaration into SQL over the table read, `l`, and the tables looked up. */
export interface ColumnReader {
  text(column: string): string;
  words(words: Words): string;
}

export function columnReader(lookups: Lookups): ColumnReader {
  const text = (column: string) => {
    const table = lookups.map((lookup) => lookup.table).find((name) => column.startsWith(`${name}.`));
    return table ? `${table}.${quoted(column.slice(table.length + 1))}` : `l.${quoted(column)}`;
  };
  const words = (said: Words): string => {
    if (typeof said === 'string') return wordsSql(text(said));
    if ('always' in said) return literal(said.always);
    if ('join' in said)
      return wordsSql(`concat_ws(' ', ${said.join.map((name) => wordsSql(text(name))).join(', ')})`);
    return `coalesce(${wordsSql(text(said.column))}, ${literal(said.otherwise)})`;
  };
  return { text, words };
}

/** The id of a customer, by which lines and lists find each other. */
export function customerSql(customer: Customer, read: ColumnReader): string {
  if (typeof customer === 'string') return codeSql(read.text(customer));
  const text = `trim(${read.text(customer.column)})`;
  const ending = literal(customer.without);
  return codeSql(
    `CASE WHEN ends_with(${text}, ${ending}) THEN left(${text}, -${customer.without.length}) ELSE ${text} END`,
  );
}

/** Joins of the tables looked up; each gives at most one row, so that no line is ever multiplied. */
export function joinSql(lookups: Lookups, tables: SourceDeclaration['tables']): string {
  return lookups
    .map(({ table, by }) => {
      const theirs = Object.keys(by).map((column) => `trim(l.${quoted(column)})`);
      const on = Object.entries(by).map(
        ([their, our]) => `trim(${table}.${quoted(their)}) = trim(${columnReader(lookups).text(our)})`,
      );
      return `LEFT JOIN (${listSql(table, tables, theirs)}) AS ${table} ON ${on.join(' AND ')}`;
    })
    .join('\n');
}

/**
 * SELECT of one row of a list, `l`, for each value of a key, given as SQL over it the way the model reads it: of the
 * rows that say all they must, also SQL over it, the latest by the list's own version, else by content.
 */
export function listSql(
  table: string,
  tables: SourceDeclaration['tables'],
  key: readonly string[],
  must: readonly string[] = key,
): string {
  const { columns = [], version } = tables[table] ?? {};
  return `SELECT * FROM bronze.${table} AS l WHERE ${must.map((sql) => `${sql} IS NOT NULL`).join(' AND ')}
    QUALIFY row_number() OVER (PARTITION BY ${key.join(', ')} ORDER BY ${latestFirstSql(version, columns, quoted)}) = 1`;
}

/** The zone of a store, given SQL of its id: its own where the declaration names one, else the source's. */
export function zoneSql({ timeZone, stores }: SourceDeclaration, store: string): string {
  const own = Object.entries(stores.timeZones ?? {}).map(
    ([id, zone]) => `WHEN ${literal(id)} THEN ${literal(zone)}`,
  );
  return own.length > 0 ? `CASE ${store} ${own.join(' ')} ELSE ${literal(timeZone)} END` : literal(timeZone);
}

export function quoted(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}
