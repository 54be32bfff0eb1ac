import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { translateTsql } from './translate-tsql.ts';

interface Exact {
  readonly units: bigint;
  readonly precision: number;
  readonly scale: number;
}

/** A decimal of up to 15 digits: sums, products and ratios of two of them fit into 38. */
const exact: fc.Arbitrary<Exact> = fc
  .record({ precision: fc.integer({ min: 1, max: 15 }), scale: fc.integer({ min: 0, max: 6 }) })
  .filter(({ precision, scale }) => scale <= precision)
  .chain(({ precision, scale }) => {
    const most = 10n ** BigInt(precision) - 1n;
    return fc.record({
      units: fc.bigInt({ min: -most, max: most }),
      precision: fc.constant(precision),
      scale: fc.constant(scale),
    });
  });

function text({ units, scale }: { units: bigint; scale: number }): string {
  const digits = `${units < 0n ? -units : units}`.padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale ? `.${digits.slice(-scale)}` : ''}`;
}

const tsql = (value: Exact) => `CAST('${text(value)}' AS decimal(${value.precision},${value.scale}))`;
const power = (exponent: number) => 10n ** BigInt(exponent);

/** The result in units of 10^-scale, worked out on whole numbers; a ratio is cut, never rounded. */
function worked(a: Exact, operator: string, b: Exact, scale: number): bigint {
  const common = Math.max(a.scale, b.scale);
  const [left, right] = [a.units * power(common - a.scale), b.units * power(common - b.scale)];
  if (operator === '+') return (left + right) * power(scale - common);
  if (operator === '-') return (left - right) * power(scale - common);
  if (operator === '*') return a.units * b.units * power(scale - a.scale - b.scale);
  if (operator === '%') return (left % right) * power(scale - common);
  return (left * power(scale)) / right;
}

describe('Decimals are exact', () => {
  let duck: DuckDBConnection;
  before(async () => {
    duck = await (await DuckDBInstance.create(':memory:')).connect();
  });
  after(() => duck.closeSync());

  for (const operator of ['+', '-', '*', '/', '%'])
    test(`under ${operator}`, () =>
      fc.assert(
        fc.asyncProperty(exact, exact, async (a, b) => {
          fc.pre(b.units !== 0n || !'/%'.includes(operator));
          const { sql, columns } = translateTsql(`SELECT ${tsql(a)} ${operator} ${tsql(b)} AS x`);
          const scale = Number(/,(\d+)\)/.exec(columns?.[0]?.sqlType ?? '')?.[1]);
          const [[found] = []] = (await duck.runAndReadAll(sql)).getRowsJson();
          assert.equal(
            String(found),
            text({ units: worked(a, operator, b, scale), scale }).replace(/^-(0(?:\.0*)?)$/, '$1'),
          );
        }),
        { numRuns: 150, seed: 20101201 },
      ));
});
