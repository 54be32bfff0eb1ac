import {
  type DuckDBBlobValue,
  type DuckDBDateValue,
  type DuckDBDecimalType,
  type DuckDBDecimalValue,
  type DuckDBTimestampMillisecondsValue,
  type DuckDBTimestampNanosecondsValue,
  type DuckDBTimestampSecondsValue,
  type DuckDBTimestampValue,
  type DuckDBTimeValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBUUIDValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import { guidToArray } from 'tedious/lib/guid-parser.js';
import type WritableTrackingBuffer from 'tedious/lib/tracking-buffer/writable-tracking-buffer.js';
import { REFUSED, SqlError } from './sql-errors.ts';
import { COLLATION } from './tokens.ts';
import { writeDate, writeTimeOfDay, writeTimestamp } from './wire-dates.ts';

/** How one column of an answer travels: its TYPE_INFO once, then a value for every row. */
export interface ColumnType {
  readonly typeInfo: Buffer;
  /** @throws SqlError 8115 where the value is beyond the SQL type. */
  write(out: WritableTrackingBuffer, value: DuckDBValue): void;
}

/** @throws SqlError where no SQL type can hold the column. */
export function columnTypeOf(type: DuckDBType): ColumnType {
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return fixed([0x68, 1], 1, (out, value) => out.writeUInt8(value ? 1 : 0));
    case DuckDBTypeId.UTINYINT:
      return fixed([0x26, 1], 1, (out, value) => out.writeUInt8(Number(value)));
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
      return fixed([0x26, 2], 2, (out, value) => out.writeInt16LE(Number(value)));
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.SQLNULL:
      return fixed([0x26, 4], 4, (out, value) => out.writeInt32LE(Number(value)));
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT:
      return fixed([0x26, 8], 8, (out, value) => out.writeBigInt64LE(bigint(BigInt(value as bigint))));
    case DuckDBTypeId.FLOAT:
      return fixed([0x6d, 4], 4, (out, value) => out.writeFloatLE(finite(value as number)));
    case DuckDBTypeId.DOUBLE:
      return fixed([0x6d, 8], 8, (out, value) => out.writeDoubleLE(finite(value as number)));
    case DuckDBTypeId.DECIMAL:
      return decimal(type as DuckDBDecimalType);
    case DuckDBTypeId.DATE:
      return fixed([0x28], 3, (out, value) => writeDate(out, (value as DuckDBDateValue).days));
    case DuckDBTypeId.TIME:
      return fixed([0x29, 6], 5, (out, value) => writeTimeOfDay(out, (value as DuckDBTimeValue).micros, 6));
    case DuckDBTypeId.TIMESTAMP_S:
      return datetime2(0, (value) => (value as DuckDBTimestampSecondsValue).seconds);
    case DuckDBTypeId.TIMESTAMP_MS:
      return datetime2(3, (value) => (value as DuckDBTimestampMillisecondsValue).millis);
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return datetime2(6, (value) => (value as DuckDBTimestampValue).micros);
    case DuckDBTypeId.TIMESTAMP_NS:
      return datetime2(7, (value) => (value as DuckDBTimestampNanosecondsValue).nanos / 100n);
    case DuckDBTypeId.UUID:
      return fixed([0x24, 16], 16, (out, value) =>
        out.writeBuffer(Buffer.from(guidToArray((value as DuckDBUUIDValue).toString()))),
      );
    case DuckDBTypeId.BLOB:
      return unbounded(0xa5, [], (value) => Buffer.from((value as DuckDBBlobValue).bytes));
    case DuckDBTypeId.VARCHAR:
    case DuckDBTypeId.ENUM:
      return unbounded(0xe7, [...COLLATION], (value) => Buffer.from(value as string, 'ucs2'));
    default:
      throw new SqlError(REFUSED, `A column of the type ${type} cannot be sent.`);
  }
}

/** Values of one length, after a byte that says it; no bytes are NULL. */
function fixed(typeInfo: readonly number[], length: number, write: ColumnType['write']): ColumnType {
  return {
    typeInfo: Buffer.from(typeInfo),
    write(out, value) {
      out.writeUInt8(value === null ? 0 : length);
      if (value !== null) write(out, value);
    },
  };
}

const NULL_PLP = Buffer.alloc(8, 0xff);
const END_OF_PLP = Buffer.alloc(4);

/** DuckDB does not know how long a text may grow, so texts and bytes go as `max`, in one chunk each. */
function unbounded(id: number, more: readonly number[], encode: (value: DuckDBValue) => Buffer): ColumnType {
  return {
    typeInfo: Buffer.from([id, 0xff, 0xff, ...more]),
    write(out, value) {
      if (value === null) return out.writeBuffer(NULL_PLP);
      const bytes = encode(value);
      out.writeBigUInt64LE(BigInt(bytes.length));
      if (bytes.length > 0) {
        out.writeUInt32LE(bytes.length);
        out.writeBuffer(bytes);
      }
      out.writeBuffer(END_OF_PLP);
    },
  };
}

/** The magnitude goes from DuckDB's bigint to the wire byte by byte: a JS number never holds it. */
function decimal({ width, scale }: DuckDBDecimalType): ColumnType {
  const words = width <= 9 ? 1 : width <= 19 ? 2 : width <= 28 ? 3 : 4;
  const length = 1 + 4 * words;
  return fixed([0x6a, length, width, scale], length, (out, value) => {
    const scaled = (value as DuckDBDecimalValue).value;
    out.writeUInt8(scaled < 0n ? 0 : 1);
    let magnitude = scaled < 0n ? -scaled : scaled;
    for (let word = 0; word < words; word++, magnitude >>= 32n)
      out.writeUInt32LE(Number(magnitude & 0xffff_ffffn));
  });
}

function datetime2(scale: number, ticksOf: (value: DuckDBValue) => bigint): ColumnType {
  const timeLength = scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
  return fixed([0x2a, scale], timeLength + 3, (out, value) => writeTimestamp(out, ticksOf(value), scale));
}

function bigint(value: bigint): bigint {
  if (BigInt.asIntN(64, value) === value) return value;
  throw new SqlError(8115, 'Arithmetic overflow error converting expression to data type bigint.');
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new SqlError(8115, 'Arithmetic overflow error converting expression to data type float.');
}
