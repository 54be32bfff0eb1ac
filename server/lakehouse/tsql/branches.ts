import { comparable } from './compare.ts';
import { readCondition } from './condition.ts';
import { convert } from './convert.ts';
import { readValue } from './expression.ts';
import { mergeTypes } from './merge-types.ts';
import { type Node, requireOnly } from './node.ts';
import type { Scope } from './scope.ts';
import type { TsqlType } from './sql-type.ts';
import type { Value } from './value.ts';

/** CASE in both forms, and IIF: one type for all branches, which are converted to it. */
export function branches(node: Extract<Node, { case: unknown } | { if_func: unknown }>, scope: Scope): Value {
  if ('if_func' in node) {
    const body = node.if_func;
    requireOnly(body, 'condition', 'true_value', 'false_value');
    scope.statement.called.set(body, 'IIF');
    const results = [body.true_value, body.false_value].map((each) => readBranch(each, scope));
    return choose([readCondition(body.condition, scope)], results);
  }
  const body = node.case;
  requireOnly(body, 'operand', 'whens', 'else_');
  const operand = body.operand && readValue(body.operand, scope);
  const conditions = body.whens.map(([when]) =>
    operand ? comparable(operand, readValue(when, scope)).join(' = ') : readCondition(when, scope),
  );
  return choose(
    conditions,
    [...body.whens.map(([, then]) => then), body.else_].map((each) => readBranch(each, scope)),
  );
}

/** Values made one type, as COALESCE, CASE and VALUES make them. */
export function unify(values: readonly Value[]): {
  readonly values: readonly Value[];
  readonly type: TsqlType;
} {
  const type = values.map((value) => value.type).reduce(mergeTypes);
  const same = type.kind === 'unknown' || type.kind === 'null';
  return { type, values: same ? values : values.map((value) => convert(value, type)) };
}

function readBranch(node: Node | null, scope: Scope): Value {
  return node ? readValue(node, scope) : { sql: 'NULL', type: { kind: 'null' } };
}

function choose(conditions: readonly string[], results: readonly Value[]): Value {
  const { type, values } = unify(results);
  const whens = conditions.map((condition, index) => `WHEN ${condition} THEN ${values[index]?.sql}`);
  const trimmed = results.every((each) => each.trimmed || each.type.kind === 'null');
  return {
    sql: `(CASE ${whens.join(' ')} ELSE ${values.at(-1)?.sql} END)`,
    type,
    ...(trimmed ? { trimmed } : {}),
  };
}
