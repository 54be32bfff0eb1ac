import { type Body, is, type Kind, kindOf, type Node, requireOnly } from './node.ts';
import { UntranslatableError } from './refusals.ts';

/** A function call by its T-SQL name, whatever kind of node the parser made of it. */
export interface Call {
  readonly name: string;
  readonly args: readonly Node[];
}

interface One {
  readonly this: Node;
}

const one =
  (name: string) =>
  (body: One): Call => {
    requireOnly(body, 'this');
    return { name, args: [body.this] };
  };

const readers: { readonly [K in Kind]?: (body: Body<K>) => Call } = {
  abs: one('ABS'),
  ceil: one('CEILING'),
  floor: one('FLOOR'),
  length: one('LEN'),
  lower: one('LOWER'),
  upper: one('UPPER'),
  year: one('YEAR'),
  month: one('MONTH'),
  day: one('DAY'),
  coalesce: (body) => {
    requireOnly(body, 'expressions');
    return { name: 'COALESCE', args: body.expressions };
  },
  substring: (body) => {
    requireOnly(body, 'this', 'start', 'length');
    return { name: 'SUBSTRING', args: [body.this, body.start, ...(body.length ? [body.length] : [])] };
  },
  trim: (body) => {
    if (body.characters || body.position !== 'Both')
      throw new UntranslatableError('TRIM of given characters');
    return { name: 'TRIM', args: [body.this] };
  },
  function: (body) => {
    if (body.no_parens) throw new UntranslatableError(`the function ${body.name}`);
    requireOnly(body, 'name', 'args');
    return { name: body.name.toUpperCase().replace('DATE_PART', 'DATEPART'), args: body.args };
  },
};

export function readCall(node: Node): Call | undefined {
  const kind = kindOf(node);
  const read = readers[kind] as ((body: unknown) => Call) | undefined;
  return read && typeof node === 'object' ? read(Object.values(node)[0]) : undefined;
}

/** The bare word among a call's arguments, as in DATEADD(day, …). */
export function bareWord(node: Node | undefined): string | undefined {
  if (!node) return undefined;
  if (is(node, 'var')) return node.var.this.toLowerCase();
  return is(node, 'column') && !node.column.table ? node.column.name.name.toLowerCase() : undefined;
}
