import type { Body } from './node.ts';
import { UntranslatableError } from './refusals.ts';

const NAMES: Readonly<Record<string, string>> = {
  tiny_int: 'tinyint',
  small_int: 'smallint',
  big_int: 'bigint',
  var_char: 'varchar',
  double: 'float',
};

/** A type as the statement wrote it, from the parser's notion of it. */
export function writtenType(type: Body<'data_type'>): string {
  if (type.data_type === 'custom') return type.name;
  const name = NAMES[type.data_type] ?? type.data_type;
  const { precision, scale, length, real_spelling } = type as Record<string, unknown>;
  if (real_spelling) throw new UntranslatableError('the type real');
  const size = precision ?? length;
  if (size === null || size === undefined) return name;
  return scale === null || scale === undefined ? `${name}(${size})` : `${name}(${size},${scale})`;
}
