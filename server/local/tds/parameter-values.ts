import {
  BIGINT,
  BOOLEAN,
  DATE,
  DECIMAL,
  DOUBLE,
  type DuckDBType,
  type DuckDBValue,
  dateValue,
  decimalValue,
  INTEGER,
  SMALLINT,
  TIMESTAMP,
  timestampValue,
  UTINYINT,
  VARCHAR,
} from '@duckdb/node-api';
import { type Metadata, readMetadata } from 'tedious/lib/metadata-parser.js';
import type { ParserOptions } from 'tedious/lib/token/stream-parser.js';
import { isPLPStream, readValue } from 'tedious/lib/value-parser.js';
import { REFUSED, SqlError } from './sql-errors.ts';

/** A parameter's value with the type the client declared, so that a NULL keeps it. */
export interface TypedValue {
  readonly type: DuckDBType;
  readonly value: DuckDBValue;
}

const OPTIONS: ParserOptions = {
  useUTC: true,
  lowerCaseGuids: false,
  tdsVersion: '7_4',
  useColumnNames: false,
  columnNameReplacer: undefined,
  camelCaseColumns: false,
};
/** tedious reads a column's user type and flags before its TYPE_INFO; a parameter has neither. */
const BEFORE_TYPE_INFO = 6;

/** Reads TYPE_INFO and value at `offset`, and says where they end. @throws SqlError for a type not taken here. */
export function readParameterValue(payload: Buffer, offset: number): TypedValue & { end: number } {
  const { value: metadata, offset: at } = readMetadata(payload, offset - BEFORE_TYPE_INFO, OPTIONS);
  if (/^(?:Decimal|Numeric)N$/.test(metadata.type.name)) return readDecimal(payload, at, metadata);
  const { type, convert } = kindOf(metadata);
  const { value, offset: end } = isPLPStream(metadata)
    ? readUnbounded(payload, at, metadata)
    : readValue(payload, at, metadata, OPTIONS);
  return { type, value: value === null ? null : convert(value), end };
}

interface Kind {
  readonly type: DuckDBType;
  readonly convert: (present: unknown) => DuckDBValue;
}

const WHOLE: Readonly<Record<number, DuckDBType>> = { 1: UTINYINT, 2: SMALLINT, 4: INTEGER };
const LARGE: Kind = { type: BIGINT, convert: (present) => BigInt(String(present)) };

function kindOf({ type: { name }, dataLength }: Metadata): Kind {
  switch (name) {
    case 'TinyInt':
      return { type: UTINYINT, convert: Number };
    case 'SmallInt':
      return { type: SMALLINT, convert: Number };
    case 'Int':
    case 'Null':
      return { type: INTEGER, convert: Number };
    case 'BigInt':
      return LARGE;
    case 'IntN':
      return dataLength === 8 ? LARGE : { type: WHOLE[dataLength ?? 4] ?? INTEGER, convert: Number };
    case 'Bit':
    case 'BitN':
      return { type: BOOLEAN, convert: Boolean };
    case 'Real':
    case 'Float':
    case 'FloatN':
      return { type: DOUBLE, convert: Number };
    case 'Date':
      return {
        type: DATE,
        convert: (present) => dateValue(Math.floor((present as Date).getTime() / 86_400_000)),
      };
    case 'SmallDateTime':
    case 'DateTime':
    case 'DateTimeN':
    case 'DateTime2':
      return { type: TIMESTAMP, convert: (present) => timestampValue(microsOf(present as WireDate)) };
    case 'VarChar':
    case 'Char':
    case 'NVarChar':
    case 'NChar':
      return { type: VARCHAR, convert: String };
    default:
      throw new SqlError(REFUSED, `A parameter of the type ${name} is not taken here.`);
  }
}

/** Below the millisecond tedious keeps the rest of a time beside the Date, in seconds. */
type WireDate = Date & { readonly nanosecondsDelta?: number };

function microsOf(date: WireDate): bigint {
  return BigInt(date.getTime()) * 1000n + BigInt(Math.floor((date.nanosecondsDelta ?? 0) * 1e6 + 1e-6));
}

function readDecimal(payload: Buffer, at: number, { precision = 38, scale = 0 }: Metadata) {
  const type = DECIMAL(precision, scale);
  const length = payload.readUInt8(at);
  const end = at + 1 + length;
  if (length === 0) return { type, value: null, end };
  let magnitude = 0n;
  for (let byte = end - 1; byte > at + 1; byte--)
    magnitude = (magnitude << 8n) | BigInt(payload.readUInt8(byte));
  const negative = payload.readUInt8(at + 1) === 0;
  return { type, value: decimalValue(negative ? -magnitude : magnitude, precision, scale), end };
}

/** A `max` value: its length, or that it is unknown, or NULL; then chunks up to an empty one. */
function readUnbounded(payload: Buffer, at: number, { type }: Metadata): { value: unknown; offset: number } {
  let offset = at + 8;
  if (payload.readBigUInt64LE(at) === 0xffff_ffff_ffff_ffffn) return { value: null, offset };
  const chunks: Buffer[] = [];
  for (let length = payload.readUInt32LE(offset); length > 0; length = payload.readUInt32LE(offset)) {
    chunks.push(payload.subarray(offset + 4, offset + 4 + length));
    offset += 4 + length;
  }
  const bytes = Buffer.concat(chunks);
  return { value: bytes.toString(type.name === 'VarChar' ? 'utf8' : 'ucs2'), offset: offset + 4 };
}
