import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { trialFolder, writeInvoices } from '../trial.ts';
import { KNOWN_SOURCES, recogniseSource } from './recognise.ts';

const besideTheCheckout = join(import.meta.dirname, '../../../../shared/data');
const data = process.env['RETAIL_PULSE_DATA'] ?? besideTheCheckout;
const absent = existsSync(data) ? false : `${data} is not here; RETAIL_PULSE_DATA may name it`;

test('each of the real sets is known by its files', { skip: absent }, async () => {
  for (const { name } of KNOWN_SOURCES) assert.equal((await recogniseSource(join(data, name))).name, name);
});

test('files of no known source are refused with what each source would need', async (t) => {
  const folder = trialFolder(t);
  writeFileSync(join(folder, 'sales.csv'), 'a,b\n1,2\n');
  await assert.rejects(recogniseSource(folder), (error: Error & { code?: string }) => {
    assert.equal(error.code, 'SOURCE_UNKNOWN');
    for (const { name } of KNOWN_SOURCES) assert.ok(error.message.includes(`${name}: `));
    return true;
  });
});

test('a source is named, or declared in a file that is understood', async (t) => {
  const folder = writeInvoices(trialFolder(t), 'a.csv', []);
  assert.equal((await recogniseSource(folder, 'northwind')).name, 'northwind');
  await assert.rejects(recogniseSource(folder, 'southwind'), { code: 'SOURCE_UNKNOWN' });
  const file = join(folder, 'mine.json');
  for (const [text, says] of [
    ['{', /JSON/],
    ['{"name": "mine"}', /title/],
  ] as const) {
    writeFileSync(file, text);
    await assert.rejects(recogniseSource(folder, file), { code: 'SOURCE_DECLARATION', message: says });
  }
});
