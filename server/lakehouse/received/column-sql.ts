import { codeSql, wordsSql } from '../received-text.ts';
import { literal } from '../sql-text.ts';
import type { DeclaredLines, SourceDeclaration } from './declaration.ts';
import type { Customer, Words } from './declared-cells.ts';
import { UnknownColumnError } from './refusals.ts';
import { latestFirstSql } from './version-sql.ts';

type Lookups = DeclaredLines['lookups'];

/** Turns the names of a declaration into SQL over the table read, `l`, and the tables looked up. */
export interface ColumnReader {
  text(column: string): string;
  words(words: Words): string;
}

/**
 * Of a part of the mapping that reads a table and looks others up.
 * @throws UnknownColumnError as soon as it is asked for what the declared tables do not have.
 */
export function columnReader(
  { table: own, lookups = [] }: { readonly table: string; readonly lookups?: Lookups },
  tables: SourceDeclaration['tables'],
): ColumnReader {
  const text = (column: string) => {
    const lookedUp = lookups.map(({ table }) => table).find((name) => column.startsWith(`${name}.`));
    const name = lookedUp ? column.slice(lookedUp.length + 1) : column;
    const { columns } = tableNamed(lookedUp ?? own, tables);
    if (!columns.includes(name))
      throw new UnknownColumnError(`the table ${lookedUp ?? own} has no column ${name}`, columns);
    return `${lookedUp ?? 'l'}.${quoted(name)}`;
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
export function joinSql(
  part: { readonly table: string; readonly lookups: Lookups },
  tables: SourceDeclaration['tables'],
): string {
  const ours = columnReader(part, tables);
  return part.lookups
    .map(({ table, by }) => {
      const their = columnReader({ table }, tables);
      const theirs = Object.keys(by).map((column) => `trim(${their.text(column)})`);
      const on = Object.entries(by).map(
        ([column, our]) => `trim(${table}.${quoted(column)}) = trim(${ours.text(our)})`,
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
  const { columns, version } = tableNamed(table, tables);
  const { text } = columnReader({ table }, tables);
  return `SELECT * FROM bronze.${table} AS l WHERE ${must.map((sql) => `${sql} IS NOT NULL`).join(' AND ')}
    QUALIFY row_number() OVER (PARTITION BY ${key.join(', ')} ORDER BY ${latestFirstSql(version, columns, text)}) = 1`;
}

function tableNamed(name: string, tables: SourceDeclaration['tables']) {
  const table = tables[name];
  if (!table) throw new UnknownColumnError(`there is no table ${name}`, Object.keys(tables));
  return table;
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
