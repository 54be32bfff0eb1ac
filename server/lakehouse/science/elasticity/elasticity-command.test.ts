import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Given, readOptions } from '../command.ts';
import { elasticityCommand } from './elasticity-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'science-elasticity-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));

/** Two products in three stores: tea sells 100 x price^-2 at every price, milk the same with a wobble. */
function written(): string {
  const lines = ['product,category,store,week,units,price,feat'];
  for (let week = 0; week < 24; week++)
    for (let store = 0; store < 3; store++) {
      const price = 1 + 0.1 * ((week * (store + 1)) % 5);
      const wobble = 1 + 0.05 * Math.sin(7 * week + store);
      lines.push(`tea,drinks,s${store},${week},${100 * price ** -2},${price},${week % 2}`);
      lines.push(
        `milk,drinks,s${store},${week},${100 * price ** -2 * wobble},${price},${week % 3 === 0 ? 1 : 0}`,
      );
    }
  lines.push('milk,drinks,s1,24,0,1.2,0', 'milk,drinks,s1,25,,1.2,0');
  const file = join(folder, 'demand.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

async function run(args: string): Promise<{ rows: string[][]; notes: string[] }> {
  const rows: string[][] = [];
  const notes: string[] = [];
  const given: Given = readOptions(elasticityCommand, ['--data', written(), ...args.split(' ')]);
  await elasticityCommand.run(given, {
    print: (line) => void rows.push(line.split(',')),
    note: (line) => void notes.push(line),
  });
  return { rows, notes };
}

test('a regression prints a line per term, with n, interval and grade', async () => {
  const { rows, notes } = await run(
    '--quantity units --price price --controls feat --effects product,store --cluster store --level 0.9',
  );
  assert.equal(
    rows[0]?.join().startsWith('term,coefficient,standard_error,lower,upper,t,p,n,clusters'),
    true,
  );
  assert.deepEqual(
    rows.slice(1).map(([term, , , , , , , n, clusters]) => [term, n, clusters]),
    [
      ['log(price)', '144', '3'],
      ['feat', '144', '3'],
    ],
  );
  assert.ok(Math.abs(Number(rows[1]?.[1]) + 2) < 0.1);
  assert.deepEqual(notes, ['left out: 1 rows with missing values, 1 without sales']);
});

test('each product has its own regression, and is shrunk only when asked', async () => {
  const { rows } = await run('--quantity units --price price --by product --shrink category');
  assert.deepEqual(rows[0]?.slice(-2), ['shrunk', 'shrunk_standard_error']);
  const grades = Object.fromEntries(
    rows.filter((row) => row[1] === 'log(price)').map((row) => [row[0], row[12]]),
  );
  assert.deepEqual(grades, { tea: 'none', milk: 'A' });
  const plain = await run('--quantity units --price price --by product');
  assert.equal(plain.rows[0]?.includes('shrunk'), false);
});

test('units given as logs are refused, and a column of words is named', async () => {
  await assert.rejects(run('--quantity units --log-quantity --price price'), {
    code: 'USAGE',
    message: /natural logs/,
  });
  const { rows, notes } = await run('--quantity units --price price --controls category');
  assert.ok(notes.includes('column category holds no number; words can be --effects'));
  assert.ok(rows.some((row) => row.includes('none')));
});
