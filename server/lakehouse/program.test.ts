import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { programDigest, programOf } from './program.ts';
import { trialFolder } from './trial.ts';

const CHECKOUT: Readonly<Record<string, string>> = {
  'package.json': '{"dependencies": {"engine": "1.0.0", "next": "1.0.0"}}',
  'server/lakehouse/science/fit.ts':
    "import { round } from '#lib/round.ts';\nimport { run } from 'engine/fast';",
  'server/lakehouse/science/fit.test.ts': 'test();',
  'server/gold/models/sales.sql': 'SELECT 1',
  'lib/round.ts': "import { half } from './half.ts';",
  'lib/half.ts': 'export const half = 0.5;',
  'lib/colour.ts': 'export const red = 1;',
};

describe('the program that makes a lake', () => {
  test('is another one where a rule, a model, a word it uses or its engine is', (t) => {
    const digest = (changed: Readonly<Record<string, string>> = {}) => {
      const checkout = trialFolder(t);
      for (const [path, text] of Object.entries({ ...CHECKOUT, ...changed })) {
        mkdirSync(dirname(join(checkout, path)), { recursive: true });
        writeFileSync(join(checkout, path), text);
      }
      return programDigest(checkout);
    };
    const same = digest();
    const engine = (version: string, next = '1.0.0') =>
      `{"dependencies": {"engine": "${version}", "next": "${next}"}}`;
    for (const [path, text] of [
      ['server/lakehouse/science/fit.ts', ''],
      ['server/gold/models/sales.sql', 'SELECT 2'],
      ['lib/half.ts', 'export const half = 0.4;'],
      ['package.json', engine('1.0.1')],
    ] as const)
      assert.notEqual(digest({ [path]: text }), same, path);
    for (const [path, text] of [
      ['server/lakehouse/science/fit.test.ts', ''],
      ['lib/colour.ts', ''],
      ['package.json', engine('1.0.0', '1.0.1')],
    ] as const)
      assert.equal(digest({ [path]: text }), same, path);
  });

  test('holds rules, checks, calendar, translator, models and statistics, and no page', () => {
    const { files, packages } = programOf();
    for (const path of [
      'lib/fiscal-calendar.ts',
      'server/gold/models/customer_360.sql',
      'server/gold/tables/gold.ts',
      'server/lakehouse/quality-rules.ts',
      'server/lakehouse/calendar-sql.ts',
      'server/lakehouse/silver.ts',
      'server/lakehouse/tsql/translate-tsql.ts',
      'server/lakehouse/science/demand/fit-worker.ts',
      'server/shared/email-hash.ts',
    ])
      assert.ok(files.includes(path), path);
    assert.ok(packages.includes('@duckdb/node-api'));
    assert.ok(!files.some((path) => /^(?:app|components)\/|\.test\.ts$/.test(path)));
  });
});
