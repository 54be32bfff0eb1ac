import 'server-only';
import type { BusinessDate } from '#lib/business-date.ts';
import type { Period } from '#lib/period.ts';
import { goldReads } from './gold-reads.ts';
import type { BoundParameter } from './parameters.ts';

/**
 * A question says which days it wants, by the date column. The engine skips folders by year and month alone, so each
 * condition on the days gets the months they lie in beside it: `(c AND m)`, where m follows from c. Whatever stands
 * around it, the answer is the same; what changes is what is read, and on Synapse what is paid for.
 *
 * Months are literals. They are made of days that have been parsed, and an engine may leave folders out while it plans
 * a statement, before it looks at parameters.
 */
export function withPartitions(sql: string, parameters: readonly BoundParameter[]): string {
  const days = new Map(
    parameters.flatMap(({ name, value }) =>
      value instanceof Date ? [[name, value.toISOString().slice(0, 10) as BusinessDate] as const] : [],
    ),
  );
  const columns = partitionColumns(sql);
  const starts = /\b(?:WHERE|AND|ON)\s+/gi;
  let written = '';
  let end = 0;
  for (let start = starts.exec(sql); start; start = starts.exec(sql)) {
    const from = starts.lastIndex;
    const condition = conditionAt(sql, from);
    const runs = condition && runsOf(condition, days, columns);
    if (!condition || !runs) continue;
    const { alias } = runs;
    written += `${sql.slice(end, from)}(${condition} AND ${monthsSql(alias, runs.runs)})`;
    end = from + condition.length;
    starts.lastIndex = end;
  }
  return written + sql.slice(end);
}

/** `alias.column` of every view that lies in folders by year and month; none where a name stands for two kinds of views. */
export function partitionColumns(sql: string): ReadonlySet<string> {
  const byAlias = Map.groupBy(goldReads(sql), ({ alias }) => alias);
  const columns = [...byAlias].map(([alias, reads]) => {
    const dates = new Set(reads.map(({ table }) => table?.partitionedOn));
    const [date] = dates;
    return dates.size === 1 && date !== undefined ? `${alias}.${date}` : undefined;
  });
  return new Set(columns.filter((column) => column !== undefined));
}

/** One condition that stands by itself: a BETWEEN, an equation, or what a pair of parentheses holds. */
function conditionAt(sql: string, from: number): string | undefined {
  const rest = sql.slice(from);
  const plain = /^[a-z]\w*\.\w+\s+(?:BETWEEN\s+@\w+\s+AND\s+@\w+|=\s*@\w+)/i.exec(rest)?.[0];
  const text = plain ?? (rest.startsWith('(') ? rest.slice(0, closingParenthesis(rest) + 1) : undefined);
  // A condition that goes on, as in (a + b) > c, is none.
  return text &&
    /^\s*(?:$|\)|(?:AND|OR|GROUP|ORDER|HAVING|UNION|INNER|LEFT|CROSS|JOIN|WHERE)\b)/i.test(
      rest.slice(text.length),
    )
    ? text
    : undefined;
}

function closingParenthesis(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

interface Runs {
  readonly alias: string;
  readonly column: string;
  readonly runs: readonly Period[];
}

/** The days to which a condition holds one column, whatever else it asks; undefined where it does not. */
function runsOf(
  condition: string,
  days: ReadonlyMap<string, BusinessDate>,
  columns: ReadonlySet<string>,
): Runs | undefined {
  const plain = /^([a-z]\w*)\.(\w+)\s+(?:BETWEEN\s+@(\w+)\s+AND\s+@(\w+)|=\s*@(\w+))$/i.exec(condition);
  if (plain) {
    const [, alias = '', column = '', first = plain[5] ?? '', last = first] = plain;
    const [from, to] = [days.get(first), days.get(last)];
    return from && to && columns.has(`${alias}.${column}`)
      ? { alias, column, runs: [{ from, to }] }
      : undefined;
  }
  if (!condition.startsWith('(')) return undefined;
  const choices = splitOn('OR', condition.slice(1, -1)).map((choice) =>
    splitOn('AND', choice)
      .map((part) => runsOf(part, days, columns))
      .find((runs) => runs !== undefined),
  );
  const [one] = choices;
  if (!one || choices.some((other) => other?.alias !== one.alias || other.column !== one.column))
    return undefined;
  return { ...one, runs: choices.flatMap((choice) => choice?.runs ?? []) };
}

/** Parts between the ANDs or ORs outside parentheses; the AND of a BETWEEN is part of it. */
function splitOn(word: 'AND' | 'OR', text: string): string[] {
  const parts: string[] = [];
  let [depth, between, begun] = [0, false, 0];
  for (const { 0: token, index } of text.matchAll(/[()]|\b(?:BETWEEN|AND|OR)\b/gi)) {
    const upper = token.toUpperCase();
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    else if (depth > 0) continue;
    else if (upper === 'BETWEEN') between = true;
    else if (upper === 'AND' && between) between = false;
    else if (upper === word) {
      parts.push(text.slice(begun, index).trim());
      begun = index + token.length;
    }
  }
  return [...parts, text.slice(begun).trim()];
}

/** `(d.year = 2025 AND d.month BETWEEN 11 AND 12 OR d.year = 2026 AND d.month BETWEEN 1 AND 2)` */
function monthsSql(alias: string, runs: readonly Period[]): string {
  const months = new Set(runs.flatMap(({ from, to }) => range(monthNumber(from), monthNumber(to))));
  const parts = stretches([...months].sort((a, b) => a - b)).map(
    ([first, last]) =>
      `${alias}.year = ${Math.floor(first / 12)} AND ${alias}.month BETWEEN ${(first % 12) + 1} AND ${(last % 12) + 1}`,
  );
  return `(${parts.join(' OR ')})`;
}

const monthNumber = (day: BusinessDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** Consecutive months of one year, as their first and last. */
function stretches(months: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const month of months) {
    const open = found.at(-1);
    if (open && month === open[1] + 1 && month % 12 !== 0) open[1] = month;
    else found.push([month, month]);
  }
  return found;
}
