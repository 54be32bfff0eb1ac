import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { TYPES } from 'tedious';
import { megabytesBilled } from './data-processed.ts';
import { withDays } from './parameters.ts';
import { partitionColumns, withPartitions } from './partition-predicates.ts';

const sizes = (scanned: number, moved: number) =>
  `Total size of data scanned is ${scanned} megabytes, total size of data moved is ${moved} megabytes, total size of data written is 0 megabytes.`;

test('a statement is billed for what is read and what is moved, and for ten megabytes at least', () => {
  assert.equal(megabytesBilled(sizes(3, 1)), 10);
  assert.equal(megabytesBilled(sizes(250, 2)), 252);
  assert.equal(megabytesBilled("Changed database context to 'retail'."), undefined);
});

/** Questions that must read the whole history of a view, with the reason. */
const WHOLE_HISTORY: Readonly<Record<string, string>> = {};

test('every question about days leaves the months unread that it does not ask for', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const reading: string[] = [];
  for (const file of files.filter((name) => name.includes('/') && /(?<!\.test)\.ts$/.test(name))) {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    for (const [, written = ''] of text.matchAll(/\bsql: `([^`]*)`/g)) {
      const runs = [...written.matchAll(/\binDays\([^,]+, (\w+)\)/g)].map(
        ([, name = '']) => [name, [{}]] as const,
      );
      const sql = withDays(written, Object.fromEntries(runs));
      const days = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => ({
        name,
        type: TYPES.Date,
        value: new Date('2026-11-02T00:00:00Z'),
      }));
      const pruned = withPartitions(sql, days);
      for (const column of partitionColumns(sql)) {
        reading.push(file);
        const [alias] = column.split('.');
        if (!pruned.includes(`${alias}.year = 2026`) && WHOLE_HISTORY[file] === undefined)
          assert.fail(
            `${file} reads every month of ${alias}: hold ${column} to its days with BETWEEN or inDays`,
          );
      }
    }
  }
  assert.ok(reading.length >= 7, reading.join(', '));
});
