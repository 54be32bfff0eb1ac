import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { translateTsql } from './translate-tsql.ts';

const PIECES = [
  "'",
  "''",
  ']',
  ']]',
  '"',
  ';--',
  '--',
  '/*',
  '*/',
  '’',
  '＇',
  '$1',
  '@x',
  '@@x',
  '\\',
  '\\\\',
  '::',
  '[',
  '%',
];
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constant(' OR 1=1 '),
    ),
  )
  .map((pieces) => pieces.join(''))
  .filter((text) => !text.includes('\0') && !/\\\r?\n/.test(text));
const RUNS = { numRuns: 300, seed: 20101201 };

const literal = (text: string) => `N'${text.replaceAll("'", "''")}'`;
const bracketed = (name: string) => `[${name.replaceAll(']', ']]')}]`;

let duck: DuckDBConnection;
const ask = async (tsql: string, values: Record<string, string> = {}) => {
  const { sql } = translateTsql(tsql, { p: 'nvarchar(4000)' });
  return (await duck.runAndReadAll(sql, values)).getRowsJson();
};

describe('Text stays text', () => {
  before(async () => {
    duck = await (await DuckDBInstance.create(':memory:')).connect();
  });
  after(() => duck.closeSync());

  test('in a literal', () =>
    fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        assert.deepEqual(await ask(`SELECT ${literal(text)} AS t, 1 AS one`), [[text, 1]]);
      }),
      RUNS,
    ));

  test('in a parameter', () =>
    fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        assert.deepEqual(await ask(`SELECT @p AS t, IIF(@p = ${literal(text)}, 1, 0) AS same`, { p: text }), [
          [text, 1],
        ]);
      }),
      RUNS,
    ));

  test('in a name', () =>
    fc.assert(
      fc.property(hostile, (text) => {
        const name = `n${text}`;
        const { sql, columns } = translateTsql(`SELECT 1 AS ${bracketed(name)}, 2 AS two`);
        assert.deepEqual(
          columns?.map((column) => column.name),
          [name, 'two'],
        );
        assert.equal(sql, `SELECT 1 AS "${name.replaceAll('"', '""')}", 2 AS "two"`);
      }),
      RUNS,
    ));

  test('in a comment', () =>
    fc.assert(
      fc.property(hostile, (text) => {
        const comment = text.replaceAll(/[\r\n\u2028\u2029]/g, ' ');
        assert.equal(translateTsql(`SELECT 1 AS a --${comment}\n, 2 AS b`).sql, 'SELECT 1 AS "a", 2 AS "b"');
      }),
      RUNS,
    ));

  test('and never changes the statement around it', () =>
    fc.assert(
      fc.property(hostile, (text) => {
        const around = (value: string) =>
          translateTsql(
            `SELECT s.region AS r FROM gold.stores AS s WHERE s.store_id = ${value} AND s.region = @p`,
          ).sql;
        const quoted = text.replaceAll("'", "''");
        const expected = around(text.endsWith(' ') ? "N'x '" : "N'x'").replace(/'x ?'/, () => `'${quoted}'`);
        assert.equal(around(literal(text)), expected);
      }),
      RUNS,
    ));
});
