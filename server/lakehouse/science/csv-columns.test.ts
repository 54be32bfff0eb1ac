import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCsvColumns } from './csv-columns.ts';

const folder = mkdtempSync(join(tmpdir(), 'science-csv-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));
const written = (text: string) => {
  const file = join(folder, "o'clock.csv");
  writeFileSync(file, text);
  return file;
};

test('numbers are numbers, what is none is NaN, words are coded in order of first sight', async () => {
  const file = written('price,"store ""A"""\n1e-3,Ghent\nNA,"Bruges, old ""town"""\n,\n-4,Ghent\n');
  const { rows, numbers, words } = await readCsvColumns(file, { numbers: ['price'], words: ['store "A"'] });
  assert.equal(rows, 4);
  assert.deepEqual([...(numbers['price'] ?? [])], [0.001, NaN, NaN, -4]);
  assert.deepEqual(words['store "A"']?.words, ['Ghent', 'Bruges, old "town"']);
  assert.deepEqual([...(words['store "A"']?.codes ?? [])], [0, 1, -1, 0]);
});

test('a column that is not there is said, with those that are', async () => {
  const file = written('price,store\n1,2\n');
  await assert.rejects(readCsvColumns(file, { words: ['shop'] }), {
    code: 'CSV_UNREADABLE',
    message: /no column shop; it has price, store/,
  });
  await assert.rejects(readCsvColumns(join(folder, 'none.csv'), {}), { code: 'CSV_UNREADABLE' });
});
