import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
  TIMESTAMP,
  timestampValue,
  VARCHAR,
} from '@duckdb/node-api';
import fc from 'fast-check';
import WritableTrackingBuffer from 'tedious/lib/tracking-buffer/writable-tracking-buffer.js';
import { columnTypeOf } from './column-types.ts';
import { readParameterValue } from './parameter-values.ts';

/** What a client that sent back what it was given would send. */
function thereAndBack(type: DuckDBType, value: DuckDBValue, sqlType?: string): DuckDBValue {
  const out = new WritableTrackingBuffer();
  const column = columnTypeOf(type, sqlType);
  out.writeBuffer(Buffer.alloc(6));
  out.writeBuffer(column.typeInfo);
  column.write(out, value);
  const read = readParameterValue(out.data, 6);
  assert.equal(read.end, out.length);
  return read.value;
}

function survives(type: DuckDBType, values: fc.Arbitrary<DuckDBValue>, sqlType?: string): void {
  fc.assert(
    fc.property(fc.option(values), (value) => assert.deepEqual(thereAndBack(type, value, sqlType), value)),
  );
}

describe('A value on the wire is the value in the lake', () => {
  it('for every decimal of every precision, to the last digit', () => {
    for (let precision = 1; precision <= 38; precision++) {
      const most = 10n ** BigInt(precision) - 1n;
      const scale = Math.floor(precision / 2);
      const decimals = fc
        .oneof(fc.constantFrom(most, -most, 0n), fc.bigInt(-most, most))
        .map((unscaled) => decimalValue(unscaled, precision, scale));
      survives(DECIMAL(precision, scale), decimals);
    }
  });

  it('for whole numbers, bits and floats', () => {
    survives(INTEGER, fc.integer());
    survives(BIGINT, fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n));
    survives(BOOLEAN, fc.boolean());
    survives(DOUBLE, fc.double({ noNaN: true, noDefaultInfinity: true }));
  });

  it('for texts of every kind and length', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.constant('é'.repeat(3000)));
    survives(VARCHAR, texts);
    survives(VARCHAR, texts, 'varchar(max)');
    survives(VARCHAR, fc.string({ unit: 'grapheme', maxLength: 16 }), 'varchar(16)');
    survives(VARCHAR, fc.string({ unit: 'grapheme', maxLength: 64 }), 'nvarchar(64)');
  });

  it('for every day from year 1 to year 9999, and moments to the microsecond', () => {
    const days = fc.integer({ min: -719_162, max: 2_932_896 });
    survives(DATE, days.map(dateValue));
    const micros = fc.bigInt(-62_135_596_800_000_000n, 253_402_300_799_999_999n);
    survives(TIMESTAMP, micros.map(timestampValue));
    survives(
      TIMESTAMP,
      micros.map((at) => timestampValue(at - (at % 1000n))),
      'datetime2(3)',
    );
    assert.throws(() => thereAndBack(DATE, dateValue(2_932_897)), { number: 517 });
  });

  it('or it is refused: no number beyond bigint, no infinite float, no list', () => {
    assert.throws(() => thereAndBack(BIGINT, 2n ** 63n), { number: 8115 });
    assert.throws(() => thereAndBack(DOUBLE, Number.POSITIVE_INFINITY), { number: 8115 });
    assert.throws(() => thereAndBack(VARCHAR, 'x'.repeat(8001), 'varchar(8000)'), { number: 2628 });
  });
});
