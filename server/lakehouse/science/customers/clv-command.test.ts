import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readOptions } from '../command.ts';
import { seededRandom } from '../draws.ts';
import { clvCommand } from './clv-command.ts';
import { purchaseHistories } from './purchase-history.ts';
import { dayNumber } from './read-histories.ts';
import { shoppers } from './shoppers.ts';

const folder = mkdtempSync(join(tmpdir(), 'science-clv-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));

async function clv(csv: string, ...args: string[]) {
  const file = join(folder, 'given.csv');
  writeFileSync(file, csv);
  const lines: string[] = [];
  const notes: string[] = [];
  const desk = {
    print: (line: string) => void lines.push(line),
    note: (line: string) => void notes.push(line),
  };
  await clvCommand.run(readOptions(clvCommand, ['--data', file, ...args]), desk);
  return { lines, notes };
}

test('purchases of one day are one, and the first spend is no repeat', () => {
  const bought = (day: number, amount: number) => ({ customer: 'Ann', day, amount });
  const [ann] = purchaseHistories(
    [bought(0, 5), bought(14, 3), bought(14, 4), bought(21, 1), bought(99, 9)],
    35,
    7,
  );
  assert.deepEqual(ann, { customer: 'Ann', frequency: 2, recency: 3, age: 5, monetary: 4 });
});

test('days are read as they are published', () => {
  assert.equal(dayNumber('19970102') - dayNumber('1996-12-31T23:59:00'), 2);
  assert.ok(Number.isNaN(dayNumber('12/31/1996')));
});

test('a summary gives parameters, and a line for each customer', async () => {
  const people = shoppers(
    400,
    { r: 0.6, alpha: 4, a: 0.8, b: 2.4 },
    { p: 6, q: 4, v: 15 },
    0,
    seededRandom(8),
  );
  const rows = people.map(({ history: h }) =>
    [h.customer, h.frequency, h.recency, h.age, h.monetary].join(','),
  );
  const out = join(folder, 'customers.csv');
  const { lines } = await clv(`ID,x,t.x,T.cal,m_x\n${rows.join('\n')}\n`, '--out', out);
  assert.equal(lines[0], 'model,parameter,value,standard_error');
  assert.match(lines.join('\n'), /\nbg_nbd,r,0\.\d+,0\.\d+\n/);
  assert.match(lines.join('\n'), /\ngamma_gamma,log_likelihood,-\d+\.\d+,\n/);
  const written = readFileSync(out, 'utf8').trimEnd().split('\n');
  assert.equal(written.length, 401);
  assert.ok(written.slice(1).every((line) => line.split(',').length === 14 && !line.includes('NaN')));
});

test('one customer and one purchase say that they are not enough', async () => {
  const { lines, notes } = await clv('customer,date,amount\nAnn,2026-01-05,3\n');
  assert.ok(lines.includes('bg_nbd,grade,none,'));
  assert.match(notes[0] ?? '', /fewer than two customers/);
});

test('columns of neither kind are said', async () => {
  await assert.rejects(clv('who,when\nAnn,2026-01-05\n'), { code: 'USAGE', message: /it has who, when/ });
});
