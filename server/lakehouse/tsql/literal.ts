import type { Body } from './node.ts';
import { UntranslatableError } from './refusals.ts';
import { duckType, INT, type TsqlType } from './sql-type.ts';
import { quoteText, type Value } from './value.ts';

const GREATEST_INT = 2_147_483_647;

/** A literal with the type T-SQL reads it as: 1 is int, 1.0 decimal(2,1), 1e0 float, 'a' varchar(1), N'a' nvarchar(1). */
export function literalValue(body: Body<'literal'>): Value {
  if (body.literal_type === 'string') {
    const bytes = Buffer.byteLength(body.value);
    return text(body.value, { kind: 'varchar', length: bounded(bytes, 8000) });
  }
  if (body.literal_type === 'national_string')
    return text(body.value, { kind: 'nvarchar', length: bounded(body.value.length, 4000) });
  if (body.literal_type === 'number') return numeric(body.value);
  throw new UntranslatableError(`a literal of type ${body.literal_type.replaceAll('_', ' ')}`);
}

function text(literal: string, type: TsqlType): Value {
  return { sql: quoteText(literal), type, literal, ...(literal.endsWith(' ') ? {} : { trimmed: true }) };
}

function bounded(length: number, limit: number): number {
  return length > limit ? Number.POSITIVE_INFINITY : Math.max(1, length);
}

function numeric(literal: string): Value {
  if (/^\d+$/.test(literal) && Number(literal) <= GREATEST_INT)
    return { sql: `${Number(literal)}`, type: INT, literal };
  const [, whole, fraction = ''] = /^(\d*)(?:\.(\d*))?$/.exec(literal) ?? [];
  if (whole !== undefined && whole.length + fraction.length > 0) {
    const digits = whole.replace(/^0+/, '');
    const type = {
      kind: 'decimal',
      precision: Math.max(1, digits.length + fraction.length),
      scale: fraction.length,
    } as const;
    if (type.precision > 38) throw new UntranslatableError('a number of more than 38 digits');
    return { sql: `CAST('${digits || '0'}.${fraction || '0'}' AS ${duckType(type)})`, type, literal };
  }
  if (!/^(\d+\.?\d*|\.\d+)[eE][+-]?\d+$/.test(literal) || !Number.isFinite(Number(literal)))
    throw new UntranslatableError(`the number ${literal}`);
  return { sql: `CAST('${literal}' AS DOUBLE)`, type: { kind: 'float' }, literal };
}
