import {
  BIGINT,
  BOOLEAN,
  DATE,
  DECIMAL,
  DOUBLE,
  type DuckDBDateValue,
  type DuckDBDecimalType,
  type DuckDBDecimalValue,
  type DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  TIMESTAMP,
  VARCHAR,
} from '@duckdb/node-api';
import type WritableTrackingBuffer from 'tedious/lib/tracking-buffer/writable-tracking-buffer.js';
import { REFUSED, SqlError } from './sql-errors.ts';
import { textType } from './text-types.ts';
import { timeLength, writeDate, writeTimestamp } from './wire-dates.ts';

/** How one column of an answer travels: its TYPE_INFO once, then a value for every row. */
export interface ColumnType {
  readonly typeInfo: Buffer;
  /** @throws SqlError where the value is beyond the SQL type. */
  write(out: WritableTrackingBuffer, value: DuckDBValue): void;
}

/**
 * `sqlType` is what T-SQL says of the column, where that is known: the length of a text, the fraction of a moment.
 * @throws SqlError where no SQL type can hold the column.
 */
export function columnTypeOf(type: DuckDBType, sqlType: string | undefined): ColumnType {
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return fixed([0x68, 1], 1, (out, value) => out.writeUInt8(value ? 1 : 0));
    case DuckDBTypeId.UTINYINT:
      return fixed([0x26, 1], 1, (out, value) => out.writeUInt8(Number(value)));
    case DuckDBTypeId.SMALLINT:
      return fixed([0x26, 2], 2, (out, value) => out.writeInt16LE(Number(value)));
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.SQLNULL: {
      const ofNull = typeOfNull(sqlType);
      if (ofNull) return columnTypeOf(ofNull, sqlType);
      return fixed([0x26, 4], 4, (out, value) => out.writeInt32LE(Number(value)));
    }
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.HUGEINT:
      return fixed([0x26, 8], 8, (out, value) => out.writeBigInt64LE(bigint(BigInt(value as bigint))));
    case DuckDBTypeId.DOUBLE:
      return fixed([0x6d, 8], 8, (out, value) => out.writeDoubleLE(finite(value as number)));
    case DuckDBTypeId.DECIMAL:
      return decimal(type as DuckDBDecimalType);
    case DuckDBTypeId.DATE:
      return fixed([0x28], 3, (out, value) => writeDate(out, (value as DuckDBDateValue).days));
    case DuckDBTypeId.TIMESTAMP:
      return datetime2(Number(/^datetime2\((\d)\)$/.exec(sqlType ?? '')?.[1] ?? 6));
    case DuckDBTypeId.VARCHAR:
      return textType(sqlType);
    default:
      throw new SqlError(REFUSED, `A column of the type ${type} cannot be sent.`);
  }
}

/** A column of nothing but NULL is an int to DuckDB, whatever T-SQL says; undefined where both say int. */
function typeOfNull(sqlType = 'int'): DuckDBType | undefined {
  const [name = '', precision, scale] = sqlType.split(/[(),]/);
  if (name === 'decimal') return DECIMAL(Number(precision), Number(scale));
  const types: Readonly<Record<string, DuckDBType>> = {
    bit: BOOLEAN,
    bigint: BIGINT,
    float: DOUBLE,
    date: DATE,
    datetime2: TIMESTAMP,
    varchar: VARCHAR,
    nvarchar: VARCHAR,
  };
  return types[name];
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

function datetime2(scale: number): ColumnType {
  return fixed([0x2a, scale], timeLength(scale) + 3, (out, value) =>
    writeTimestamp(out, (value as DuckDBTimestampValue).micros, scale),
  );
}

function bigint(value: bigint): bigint {
  if (BigInt.asIntN(64, value) === value) return value;
  throw new SqlError(8115, 'Arithmetic overflow error converting expression to data type bigint.');
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new SqlError(8115, 'Arithmetic overflow error converting expression to data type float.');
}
