import { readAggregate } from './aggregate.ts';
import { convert } from './convert.ts';
import { readValue } from './expression.ts';
import { type Body, is, kindOf, lineOf, type Node, requireOnly, wordsOf } from './node.ts';
import { orderedBy } from './order.ts';
import { UntranslatableError } from './refusals.ts';
import type { Scope } from './scope.ts';
import type { Value } from './value.ts';

type Over = Body<'window_function'>['over'];
type Frame = NonNullable<Over['frame']>;

/** A window function with its OVER clause. */
export function windowed(body: Body<'window_function'>, scope: Scope): Value {
  requireOnly(body, 'this', 'over');
  const over = ` OVER (${overClause(body.over, scope)})`;
  return readAggregate(body.this, scope, over) ?? ranked(body.this, body.over, scope, over);
}

function ranked(node: Node, over: Over, scope: Scope, clause: string): Value {
  const called = (name: string) => {
    scope.statement.called.set(over, name);
    if (over.order_by.length === 0) throw new UntranslatableError(`${name} without ORDER BY`, lineOf(node));
    return name;
  };
  const numbered = (name: string): Value => {
    if (over.frame) throw new UntranslatableError(`${called(name)} with a frame`, lineOf(node));
    return { sql: `${called(name).toLowerCase()}()${clause}`, type: { kind: 'bigint' } };
  };
  if (is(node, 'row_number')) return numbered('ROW_NUMBER');
  if (is(node, 'rank')) return numbered('RANK');
  if (is(node, 'dense_rank')) return numbered('DENSE_RANK');
  if (is(node, 'lag')) return shifted(called('LAG'), node.lag, scope, clause);
  if (is(node, 'lead')) return shifted(called('LEAD'), node.lead, scope, clause);
  if (is(node, 'first_value')) return edge(called('FIRST_VALUE'), node.first_value, scope, clause);
  if (is(node, 'last_value')) return edge(called('LAST_VALUE'), node.last_value, scope, clause);
  throw new UntranslatableError(`${wordsOf(kindOf(node))} OVER`, lineOf(node));
}

function shifted(name: string, body: Body<'lag'>, scope: Scope, clause: string): Value {
  requireOnly(body, 'this', 'offset', 'default');
  const value = readValue(body.this, scope);
  const offset = body.offset ? readValue(body.offset, scope).literal : '1';
  if (offset === undefined || !/^\d+$/.test(offset))
    throw new UntranslatableError(`${name} by an offset not written out`);
  const otherwise = body.default ? `, ${convert(readValue(body.default, scope), value.type).sql}` : '';
  return { sql: `${name.toLowerCase()}(${value.sql}, ${offset}${otherwise})${clause}`, type: value.type };
}

function edge(name: string, body: Body<'first_value'>, scope: Scope, clause: string): Value {
  requireOnly(body, 'this');
  const { sql, type } = readValue(body.this, scope);
  return { sql: `${name.toLowerCase()}(${sql})${clause}`, type };
}

function overClause(over: Over, scope: Scope): string {
  requireOnly(over, 'partition_by', 'order_by', 'frame');
  const parts = over.partition_by.map((each) => {
    const value = readValue(each, scope);
    if (value.literal !== undefined) throw new UntranslatableError('PARTITION BY a constant', lineOf(each));
    return value.sql;
  });
  const clauses: string[] = [];
  if (parts.length > 0) clauses.push(`PARTITION BY ${parts.join(', ')}`);
  if (over.order_by.length > 0) clauses.push(`ORDER BY ${orderedBy(over.order_by, scope)}`);
  if (over.frame) {
    if (over.order_by.length === 0)
      throw new UntranslatableError('a window frame without ORDER BY', lineOf(over));
    clauses.push(frameClause(over.frame, scope));
  }
  return clauses.join(' ');
}

function frameClause(frame: Frame, scope: Scope): string {
  requireOnly(frame, 'kind', 'start', 'end', 'kind_text', 'start_side_text', 'end_side_text');
  const ranged = frame.kind === 'Range';
  if (!ranged && frame.kind !== 'Rows') throw new UntranslatableError(`a window frame in ${frame.kind}`);
  const start = boundary(frame.start, ranged, scope);
  const end = frame.end ? boundary(frame.end, ranged, scope) : 'CURRENT ROW';
  return `${ranged ? 'RANGE' : 'ROWS'} BETWEEN ${start} AND ${end}`;
}

function boundary(bound: Frame['start'], ranged: boolean, scope: Scope): string {
  if (bound === 'CurrentRow') return 'CURRENT ROW';
  if (bound === 'UnboundedPreceding') return 'UNBOUNDED PRECEDING';
  if (bound === 'UnboundedFollowing') return 'UNBOUNDED FOLLOWING';
  if (typeof bound === 'object' && !ranged && ('Preceding' in bound || 'Following' in bound)) {
    const [side, node] =
      'Preceding' in bound ? ['PRECEDING', bound.Preceding] : ['FOLLOWING', bound.Following];
    const rows = readValue(node, scope).literal;
    if (rows !== undefined && /^\d+$/.test(rows)) return `${rows} ${side}`;
  }
  throw new UntranslatableError('a window frame in this form');
}
