import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { basketCount } from './baskets.ts';
import { readBasketLines, readBasketTable } from './read-baskets.ts';
import { rulesCommand } from './rules-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'science-baskets-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));
const written = (text: string) => {
  const file = join(folder, 'baskets.csv');
  writeFileSync(file, text);
  return file;
};

test('a line is a basket; quoted items keep their commas and quotes, padding is none', async () => {
  const baskets = await readBasketLines(
    written('\uFEFFmilk, bread,milk\r\n"beer, light","12"" pan",,\r\n\r\n,,\r\ntea\r\n'),
  );
  assert.deepEqual(baskets.names, ['milk', 'bread', 'beer, light', '12" pan', 'tea']);
  assert.deepEqual([...baskets.starts], [0, 2, 4, 5]);
});

test('the lines of a basket need not stand together, and a basket without items counts', async () => {
  const baskets = await readBasketTable(
    written('till,basket,item\n1,A,milk\n1,B,tea\n2,A,tea\n2,C,\n2,,tea\n'),
    'basket',
    'item',
  );
  assert.equal(basketCount(baskets), 3);
  assert.deepEqual([...baskets.starts], [0, 2, 3, 3]);
});

test('the command writes the rules with their columns', async () => {
  const data = written('a,"b,c"\na,"b,c"\na\nd\n');
  const out = join(folder, 'rules.csv');
  const given = {
    data,
    out,
    format: 'basket',
    'min-support': '0.5',
    'min-confidence': '0.6',
    'min-length': '2',
  };
  await rulesCommand.run(given, { print: () => {}, note: () => {} });
  const rounded = readFileSync(out, 'utf8').replaceAll(/0\.\d{5,}/g, (number) =>
    String(+Number(number).toFixed(4)),
  );
  assert.equal(
    rounded,
    `antecedent,consequent,count,support,confidence,lift,leverage,conviction,p,q
a,"b,c",2,0.5,0.6667,1.3333333333333333,0.125,1.5,0.5,0.5
"""b,c""",a,2,0.5,1,1.3333333333333333,0.125,Infinity,0.5,0.5
`,
  );
});
