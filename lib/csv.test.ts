import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { BYTE_ORDER_MARK, writeCsvRow } from './csv.ts';
import type { ExportCell } from './export-cell.ts';

const writeCsv = (rows: readonly (readonly ExportCell[])[]) =>
  BYTE_ORDER_MARK + rows.map(writeCsvRow).join('');

/** A reader of its own, straight from the grammar of RFC 4180. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  const token = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  token.lastIndex = 1; // after the byte order mark
  for (let match = token.exec(csv); match; match = token.exec(csv)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
    if (token.lastIndex === csv.length) break;
  }
  return rows.slice(0, -1);
}

describe('an export', () => {
  test('reads back as it was written, whatever people put into names', () => {
    const plain = fc
      .string({ unit: 'grapheme' })
      .filter((text) => !/^\s*[=+\-@\t\r\n|%]/u.test(text) && !/^[\t\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(plain, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        assert.deepEqual(readCsv(writeCsv(rows.map((row) => row.map((text) => ({ text }))))), rows);
      }),
      { seed: 20261123, numRuns: 1_000 },
    );
  });

  for (const text of [
    '=1+1',
    '+44 20',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    "=cmd|' /C calc'!A0",
    ' =1',
    '|calc',
    '%0A',
  ]) {
    test(`${JSON.stringify(text)} opens as text`, () => {
      assert.deepEqual(readCsv(writeCsv([[{ text }, { text: 'x' }]])), [[`'${text}`, 'x']]);
    });
  }

  test('figures stay figures, negative ones too, and nothing is an empty cell', () => {
    const row: ExportCell[] = [{ figure: '-1234.56' }, { figure: '90071992547409931234.56' }, null];
    assert.equal(writeCsv([row]), '\uFEFF-1234.56,90071992547409931234.56,\r\n');
    assert.throws(() => writeCsv([[{ figure: '=1' }]]), RangeError);
    assert.throws(() => writeCsv([[{ figure: '1,234' }]]), RangeError);
  });
});
