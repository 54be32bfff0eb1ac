import { average } from './arithmetic.ts';
import { withoutTrailingBlanks } from './compare.ts';
import { readValue } from './expression.ts';
import { type Body, is, type Kind, lineOf, type Node, requireOnly } from './node.ts';
import { orderedBy } from './order.ts';
import { UntranslatableError } from './refusals.ts';
import type { Scope } from './scope.ts';
import {
  type DecimalType,
  describe,
  duckType,
  INT,
  isNumber,
  isText,
  isWhole,
  type TsqlType,
} from './sql-type.ts';
import { asWords } from './text-functions.ts';
import { failing, type Value } from './value.ts';

/** An aggregate with SQL Server's result type; `over` is the OVER clause or empty. Undefined for any other node. */
export function readAggregate(node: Node, scope: Scope, over: string): Value | undefined {
  if (is(node, 'count')) return counted(node.count, scope, over);
  if (is(node, 'sum')) return totalled('SUM', node.sum, scope, over);
  if (is(node, 'avg')) return totalled('AVG', node.avg, scope, over);
  if (is(node, 'min')) return extreme('MIN', node.min, scope, over);
  if (is(node, 'max')) return extreme('MAX', node.max, scope, over);
  if (is(node, 'within_group')) return joined(node.within_group, scope, over);
  if (is(node, 'string_agg')) throw new UntranslatableError('STRING_AGG without WITHIN GROUP', lineOf(node));
  if (is(node, 'function') && node.function.name.toUpperCase() === 'COUNT_BIG') {
    const [only, ...more] = node.function.args;
    if (!only || more.length > 0) throw new UntranslatableError('COUNT_BIG in this form', lineOf(node));
    scope.statement.called.set(node.function, 'COUNT_BIG');
    const what = is(only, 'star') ? '*' : readValue(only, scope).sql;
    return { sql: `count(${what})${over}`, type: { kind: 'bigint' } };
  }
  return undefined;
}

function counted(body: Body<'count'>, scope: Scope, over: string): Value {
  requireOnly(body, 'this', 'star', 'distinct');
  scope.statement.called.set(body, 'COUNT');
  refuseDistinctOver(body.distinct, over);
  if (!body.this) return { sql: `CAST(count(*)${over} AS INTEGER)`, type: INT };
  const value = readValue(body.this, scope);
  const what = body.distinct
    ? `DISTINCT ${isText(value.type) ? withoutTrailingBlanks(value) : value.sql}`
    : value.sql;
  return { sql: `CAST(count(${what})${over} AS INTEGER)`, type: INT };
}

function totalled(name: 'SUM' | 'AVG', body: Body<'sum'>, scope: Scope, over: string): Value {
  const { sql, type } = operand(name, body, scope, over);
  if (!isNumber(type)) throw new UntranslatableError(`${name} of ${describe(type)}`, lineOf(body));
  const what = body.distinct ? `DISTINCT ${sql}` : sql;
  if (type.kind === 'float') return { sql: `${name === 'SUM' ? 'sum' : 'avg'}(${what})${over}`, type };
  const total: TsqlType = type.kind === 'bigint' ? type : isWhole(type) ? INT : largest(type as DecimalType);
  // A sum beyond its type is an error, also where only the average is asked for.
  const wide = `sum(${what})${over}`;
  const sum = { sql: type.kind === 'decimal' ? wide : `CAST(${wide} AS ${duckType(total)})`, type: total };
  return name === 'SUM' ? sum : average(sum, `count(${what})${over}`);
}

function largest(type: DecimalType): DecimalType {
  return { ...type, precision: 38 };
}

function extreme(name: 'MIN' | 'MAX', body: Body<'min'>, scope: Scope, over: string): Value {
  const { sql, type } = operand(name, body, scope, over);
  if (type.kind === 'bit') throw new UntranslatableError(`${name} of bit`, lineOf(body));
  return { sql: `${name.toLowerCase()}(${sql})${over}`, type };
}

function operand<K extends Extract<Kind, 'sum' | 'min'>>(
  name: string,
  body: Body<K>,
  scope: Scope,
  over: string,
): Value {
  requireOnly(body, 'this', 'distinct', 'name');
  scope.statement.called.set(body, name);
  refuseDistinctOver(body.distinct, over);
  return readValue(body.this, scope);
}

function refuseDistinctOver(distinct: boolean, over: string): void {
  if (distinct && over) throw new UntranslatableError('DISTINCT in a window function');
}

/** STRING_AGG in a stated order; more than a page of text is an error, as in SQL Server. */
function joined(body: Body<'within_group'>, scope: Scope, over: string): Value {
  if (is(body.this, 'aggregate_function'))
    throw new UntranslatableError(`the function ${body.this.aggregate_function.name}`, lineOf(body));
  if (!is(body.this, 'string_agg') || over)
    throw new UntranslatableError('WITHIN GROUP in this form', lineOf(body));
  const call = body.this.string_agg;
  requireOnly(call, 'this', 'separator');
  scope.statement.called.set(call, 'STRING_AGG');
  const value = readValue(call.this, scope);
  const words = asWords(value);
  const text = isText(value.type) ? words : { ...words, type: { ...words.type, kind: 'nvarchar' as const } };
  const separator = call.separator && readValue(call.separator, scope);
  if (separator?.literal === undefined)
    throw new UntranslatableError('STRING_AGG without a written separator');
  if (separator.type.kind === 'nvarchar' && text.type.kind === 'varchar')
    throw new UntranslatableError('STRING_AGG of varchar with an nvarchar separator');
  const agg = `string_agg(${text.sql}, ${separator.sql} ORDER BY ${orderedBy(body.order_by, scope)})`;
  if (!Number.isFinite(text.type.length)) return { sql: agg, type: text.type };
  const stop = failing(
    'STRING_AGG aggregation result exceeded the limit of 8000 bytes. Use LOB types to avoid result truncation.',
  );
  const wide = text.type.kind === 'nvarchar';
  return {
    sql: `(CASE WHEN ${wide ? '2 * length' : 'strlen'}(${agg}) > 8000 THEN ${stop} ELSE ${agg} END)`,
    type: { kind: text.type.kind, length: wide ? 4000 : 8000 },
  };
}
