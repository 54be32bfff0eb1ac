import { UntranslatableError } from './refusals.ts';

/** Exact whole-number types, from the lowest in SQL Server's order of precedence. */
export const WHOLE_KINDS = ['bit', 'tinyint', 'smallint', 'int', 'bigint'] as const;
export type WholeKind = (typeof WHOLE_KINDS)[number];

/**
 * A T-SQL type as far as results depend on it. Length is in characters, Infinity for `max`. `null` is the type of a
 * bare NULL; `unknown` that of an undeclared parameter or of a column no contract describes.
 */
export type TsqlType =
  | { readonly kind: WholeKind | 'float' | 'date' | 'null' | 'unknown' }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'datetime2'; readonly scale: number }
  | TextType;

export interface TextType {
  readonly kind: 'varchar' | 'nvarchar';
  readonly length: number;
}
export type DecimalType = Extract<TsqlType, { kind: 'decimal' }>;

export const UNKNOWN: TsqlType = { kind: 'unknown' };
export const INT: TsqlType = { kind: 'int' };
export const MAX_PRECISION = 38;

const SYNONYMS: Readonly<Record<string, string>> = {
  integer: 'int',
  numeric: 'decimal',
  dec: 'decimal',
  'double precision': 'float',
};

/** Reads a type as T-SQL writes it. Throws UntranslatableError for a type whose values are not held alike here. */
export function parseType(text: string): TsqlType {
  const [, written = '', first, second] =
    /^([a-z][a-z0-9 ]*?)\s*(?:\(\s*(\d+|max)\s*(?:,\s*(\d+)\s*)?\))?$/i.exec(text.trim()) ?? [];
  const name = SYNONYMS[written.toLowerCase()] ?? written.toLowerCase();
  const size = first?.toLowerCase() === 'max' ? Number.POSITIVE_INFINITY : Number(first);
  const kind = WHOLE_KINDS.find((whole) => whole === name);
  if (kind && first === undefined) return { kind };
  if (name === 'date' && first === undefined) return { kind: 'date' };
  if (name === 'float' && (first === undefined || (size > 24 && size <= 53))) return { kind: 'float' };
  if (name === 'decimal') {
    const precision = first === undefined ? 18 : size;
    const scale = Number(second ?? 0);
    if (precision >= 1 && precision <= MAX_PRECISION && scale <= precision)
      return { kind: name, precision, scale };
  }
  if (name === 'datetime2' && (first === undefined || size <= 7))
    return { kind: name, scale: first ? size : 7 };
  if (name === 'varchar' || name === 'nvarchar') {
    const limit = name === 'varchar' ? 8000 : 4000;
    if (first === undefined) return { kind: name, length: 30 };
    if (size >= 1 && (size <= limit || size === Number.POSITIVE_INFINITY))
      return { kind: name, length: size };
  }
  throw new UntranslatableError(`the type ${text}`);
}

/** The type as T-SQL writes it. */
export function typeText(type: TsqlType): string {
  if (type.kind === 'decimal') return `decimal(${type.precision},${type.scale})`;
  if (type.kind === 'datetime2') return `datetime2(${type.scale})`;
  if (isText(type)) return `${type.kind}(${Number.isFinite(type.length) ? type.length : 'max'})`;
  return type.kind;
}

/** The type in words for a person who is told that it does not fit. */
export function describe(type: TsqlType): string {
  return type.kind === 'unknown' ? 'a value whose type is not declared' : typeText(type);
}

const DUCK_TYPES = {
  bit: 'BOOLEAN',
  tinyint: 'UTINYINT',
  smallint: 'SMALLINT',
  int: 'INTEGER',
  bigint: 'BIGINT',
  float: 'DOUBLE',
  date: 'DATE',
  datetime2: 'TIMESTAMP',
  varchar: 'VARCHAR',
  nvarchar: 'VARCHAR',
  null: 'INTEGER',
} as const;

/** The DuckDB type that holds every value of the T-SQL type. */
export function duckType(type: TsqlType): string {
  if (type.kind === 'decimal') return `DECIMAL(${type.precision},${type.scale})`;
  if (type.kind === 'unknown') throw new UntranslatableError('a value whose type is not declared');
  return DUCK_TYPES[type.kind];
}

export function isText(type: TsqlType): type is TextType {
  return type.kind === 'varchar' || type.kind === 'nvarchar';
}

/** Whole numbers that count; a bit does not. */
export function isWhole(type: TsqlType): type is { kind: Exclude<WholeKind, 'bit'> } {
  return type.kind !== 'bit' && WHOLE_KINDS.some((kind) => kind === type.kind);
}

export function isNumber(type: TsqlType): boolean {
  return isWhole(type) || type.kind === 'decimal' || type.kind === 'float';
}

export function isMoment(type: TsqlType): boolean {
  return type.kind === 'date' || type.kind === 'datetime2';
}
