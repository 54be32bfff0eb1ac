import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { TYPES } from 'tedious';
import { withLiterals } from './literals.ts';

const code = (value: string) => [{ name: 'store0', type: TYPES.VarChar, value }];

describe('parameters as typed literals', () => {
  test('keep their types', () => {
    const parameters = [
      { name: 'from', type: TYPES.Date, value: new Date('2026-02-28T00:00:00Z') },
      { name: 'top', type: TYPES.Int, value: 20 },
      ...code("O'Brien"),
    ];
    assert.equal(
      withLiterals('SELECT @from, @top, @store0', parameters),
      "SELECT CAST('2026-02-28' AS date), CAST(20 AS int), CAST('O''Brien' AS varchar(7))",
    );
  });

  test('words of people keep their letters, and no text at all is a text', () => {
    const words = (value: string) => [{ name: 'category', type: TYPES.NVarChar, value }];
    assert.equal(withLiterals('@category', words("Möbel d'été")), "CAST(N'Möbel d''été' AS nvarchar(11))");
    assert.equal(withLiterals('@category', words('')), "CAST(N'' AS nvarchar(1))");
    for (const value of ['a\\\nb', '\0', '\u202E', 'x'.repeat(4_001)])
      assert.throws(() => withLiterals('@category', words(value)), RangeError);
  });

  test('no text can leave its quotes', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        let written: string;
        try {
          written = withLiterals('@store0', code(value));
        } catch (error) {
          return error instanceof RangeError;
        }
        const inside = /^CAST\('(.*)' AS varchar\(\d+\)\)$/s.exec(written)?.[1] ?? "not a literal at all: '";
        return inside.replaceAll("''", '') === value.replaceAll("'", '');
      }),
    );
  });

  test('what cannot be written safely is refused, as is a parameter that is not given', () => {
    for (const value of ['', 'a\\\nb', 'ß', '\0', 'x'.repeat(8_001)]) {
      assert.throws(() => withLiterals('@store0', code(value)), RangeError);
    }
    assert.throws(() => withLiterals('@other', code('S01')), TypeError);
  });
});
