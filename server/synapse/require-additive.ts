import { additivityOf, type LakeTable, qualifiedName } from '#server/gold/table.ts';
import { goldReads } from './gold-reads.ts';

/** Measures that a question adds up although their sum means nothing by itself, `view.column`, with what makes it mean something. */
export type AddedUp = Readonly<Record<string, string>>;

/**
 * Checks when a question is declared that what it sums may be summed: only measures the contract says add up, and no stock
 * over days. A price times a quantity may, for that is money; and so may what stands in a condition alone.
 * @throws TypeError naming the measure
 */
export function requireAdditive(question: string, sql: string, addedUp: AddedUp = {}): void {
  const tables = new Map<string, LakeTable[]>();
  for (const { alias, table } of goldReads(sql))
    if (table) tables.set(alias, [...(tables.get(alias) ?? []), table]);
  const passedOn = new Map<string, string>();
  const check = (alias: string, column: string): void => {
    for (const table of tables.get(alias) ?? []) {
      const measure = `${qualifiedName(table)}.${column}`;
      if (!(column in table.columns) || addedUp[measure] !== undefined) continue;
      const additivity = additivityOf(table, column);
      if (additivity === 'nonAdditive') throw new TypeError(`${question}: ${measure} may not be added up`);
      if (additivity === 'semiAdditive' && !isOfOneDay(sql, alias, table))
        throw new TypeError(`${question}: ${measure} may not be added up over days`);
    }
    const origin = tables.has(alias) ? undefined : passedOn.get(column);
    if (origin) throw new TypeError(`${question}: ${origin} may not be added up`);
  };
  // A common table expression may hand a price on under another name.
  for (const [, alias = '', column = '', name = ''] of sql.matchAll(
    /(?:\bSELECT\s+|,\s*)(\w+)\.(\w+)\s+AS\s+(\w+)/gi,
  ))
    for (const table of tables.get(alias) ?? []) {
      const measure = `${qualifiedName(table)}.${column}`;
      if (column in table.columns && addedUp[measure] === undefined && isNumberThatNeverAdds(table, column))
        passedOn.set(name, measure);
    }
  for (const summed of sumsOf(sql))
    for (const { 0: read, 1: alias = '', 2: column = '', index } of summed.matchAll(
      /\b([a-z]\w*)\.(\w+)/gi,
    )) {
      const isFactor =
        /[*/]\s*$/.test(summed.slice(0, index)) || /^\s*[*/]/.test(summed.slice(index + read.length));
      if (!isFactor) check(alias, column);
    }
}

function isNumberThatNeverAdds(table: LakeTable, column: string): boolean {
  const isNumber = /^(?:int|bigint|decimal)/.test(table.columns[column]?.sqlType ?? '');
  return isNumber && !table.key.includes(column) && additivityOf(table, column) === 'nonAdditive';
}

/** Whether what is read of the view stands for one day at a time: it is grouped by its day, or held to one. */
function isOfOneDay(sql: string, alias: string, { partitionedOn, key }: LakeTable): boolean {
  const day = partitionedOn ?? key.find((name) => name.endsWith('_date'));
  if (day === undefined) return true;
  const grouped = new RegExp(`GROUP BY[^()]*\\b${alias}\\.${day}\\b`, 'i');
  return grouped.test(sql) || new RegExp(`(?:WHERE|AND)\\s+${alias}\\.${day}\\s*=\\s*@`, 'i').test(sql);
}

/** What each SUM adds up: without its conditions, and without casts and defaults around a column. */
function sumsOf(sql: string): string[] {
  return [...sql.matchAll(/\bSUM\s*\(/gi)].map(({ 0: opening, index }) => {
    const inner = sql.slice(index + opening.length, closing(sql, index + opening.length));
    return inner
      .replaceAll(/\bWHEN\b[\s\S]*?\bTHEN\b/gi, 'THEN')
      .replaceAll(/\bCAST\s*\(\s*([\w.]+)\s+AS\s+[^()]*(?:\([^)]*\))?\s*\)/gi, '$1')
      .replaceAll(/\bISNULL\s*\(\s*([\w.]+)\s*,\s*[\w.]+\s*\)/gi, '$1');
  });
}

function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
