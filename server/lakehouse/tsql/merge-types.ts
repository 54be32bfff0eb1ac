import { UntranslatableError } from './refusals.ts';
import {
  type DecimalType,
  describe,
  isMoment,
  isNumber,
  isText,
  MAX_PRECISION,
  type TsqlType,
  WHOLE_KINDS,
  type WholeKind,
} from './sql-type.ts';

const DIGITS: Readonly<Record<WholeKind, number>> = { bit: 1, tinyint: 3, smallint: 5, int: 10, bigint: 19 };

/** The decimal type a whole number becomes beside a decimal; a literal keeps just its own digits. */
export function asDecimal(type: TsqlType, literal?: string): DecimalType {
  if (type.kind === 'decimal') return type;
  const kind = WHOLE_KINDS.find((whole) => whole === type.kind);
  if (!kind) throw new UntranslatableError(`${describe(type)} as a decimal`);
  const digits =
    literal && /^-?\d+$/.test(literal) ? literal.replace(/^-?0*(?=\d)/, '').length : DIGITS[kind];
  return { kind: 'decimal', precision: digits, scale: 0 };
}

/** A decimal of this many whole and broken digits, cut to 38 in favour of the whole ones. */
export function decimalOf(wholeDigits: number, scale: number): DecimalType {
  const kept = Math.min(scale, MAX_PRECISION - Math.min(wholeDigits, MAX_PRECISION));
  return { kind: 'decimal', precision: Math.min(wholeDigits + kept, MAX_PRECISION), scale: kept };
}

/** The one type of values that meet in a column: CASE, COALESCE, UNION. Throws UntranslatableError for a mixture. */
export function mergeTypes(a: TsqlType, b: TsqlType): TsqlType {
  if (a.kind === 'null' || b.kind === 'unknown') return b;
  if (b.kind === 'null' || a.kind === 'unknown') return a;
  if (isText(a) && isText(b)) {
    const kind = a.kind === 'nvarchar' || b.kind === 'nvarchar' ? 'nvarchar' : 'varchar';
    return { kind, length: Math.max(a.length, b.length) };
  }
  if (isMoment(a) && isMoment(b)) {
    const scale = Math.max(...[a, b].map((type) => (type.kind === 'datetime2' ? type.scale : 0)));
    return a.kind === 'date' && b.kind === 'date' ? a : { kind: 'datetime2', scale };
  }
  const numeric = (type: TsqlType) => isNumber(type) || type.kind === 'bit';
  if (!numeric(a) || !numeric(b))
    throw new UntranslatableError(`${describe(a)} mixed with ${describe(b)} without a CAST`);
  if (a.kind === 'float' || b.kind === 'float') return { kind: 'float' };
  if (a.kind === 'decimal' || b.kind === 'decimal') {
    const [left, right] = [asDecimal(a), asDecimal(b)];
    const whole = Math.max(left.precision - left.scale, right.precision - right.scale);
    return decimalOf(whole, Math.max(left.scale, right.scale));
  }
  const rank = (type: TsqlType) => (WHOLE_KINDS as readonly string[]).indexOf(type.kind);
  return rank(a) >= rank(b) ? a : b;
}
