import type { ColumnType } from './column-types.ts';
import { SqlError } from './sql-errors.ts';
import { COLLATION } from './tokens.ts';

const NVARCHAR = 0xe7;
const VARCHAR = 0xa7;
const MAX = 0xffff;
const LONGEST_BYTES = 8000;
const NULL_PLP = Buffer.alloc(8, 0xff);
const END_OF_PLP = Buffer.alloc(4);

/** How a text travels: by its declared length, or as `nvarchar(max)` where T-SQL does not say. */
export function textType(sqlType = 'nvarchar(max)'): ColumnType {
  const [, wide = 'n', length = 'max'] = /^(n?)varchar\((\d+|max)\)$/.exec(sqlType) ?? [];
  const encoding = wide ? 'ucs2' : 'utf8';
  const bytes = length === 'max' ? MAX : Number(length) * (wide ? 2 : 1);
  const id = wide ? NVARCHAR : VARCHAR;
  return {
    typeInfo: Buffer.from([id, bytes & 0xff, bytes >> 8, ...COLLATION]),
    write: length === 'max' ? unbounded(encoding) : bounded(encoding),
  };
}

function bounded(encoding: BufferEncoding): ColumnType['write'] {
  return (out, value) => {
    if (value === null) return out.writeUInt16LE(MAX);
    const bytes = Buffer.from(value as string, encoding);
    if (bytes.length > LONGEST_BYTES)
      throw new SqlError(2628, 'String or binary data would be truncated: use a type with max.');
    out.writeUInt16LE(bytes.length);
    out.writeBuffer(bytes);
  };
}

/** Partially length-prefixed: the whole length, then one chunk, then an empty one. */
function unbounded(encoding: BufferEncoding): ColumnType['write'] {
  return (out, value) => {
    if (value === null) return out.writeBuffer(NULL_PLP);
    const bytes = Buffer.from(value as string, encoding);
    out.writeBigUInt64LE(BigInt(bytes.length));
    if (bytes.length > 0) {
      out.writeUInt32LE(bytes.length);
      out.writeBuffer(bytes);
    }
    out.writeBuffer(END_OF_PLP);
  };
}
