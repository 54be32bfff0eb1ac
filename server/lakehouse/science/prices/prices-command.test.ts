import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readOptions } from '../command.ts';
import { pricesCommand } from './prices-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'science-prices-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: readonly string[]): Promise<string[]> {
  const file = join(folder, 'products.csv');
  writeFileSync(
    file,
    `product,price,cost,units,elasticity,standard_error,competitor
"tea, green",10.00,6.00,100,-1.2,0.05,
coffee,10.00,4.00,100,-4,0.1,9.99
cocoa,10.00,6.00,100,,,
`,
  );
  const lines: string[] = [];
  const desk = { print: (line: string) => void lines.push(line), note: () => {} };
  await pricesCommand.run(readOptions(pricesCommand, ['--data', file, ...args]), desk);
  return lines;
}

test('each product gets a price, a gain and a reason', async () => {
  const [, tea = '', coffee = '', cocoa = ''] = await run(['--max-step', '0.2', '--endings', '99,49']);
  assert.match(tea, /^"tea, green",10,11\.99,raise,.*,earns more the further it goes.*,max step$/);
  assert.match(coffee, /^coffee,10,8\.\d9,lower,/);
  assert.match(cocoa, /^cocoa,10,10,hold,0,0,0,0,,not enough evidence,$/);
});

test("the competitor's price is kept to where there is one", async () => {
  const [, tea = '', coffee = ''] = await run(['--max-step', '0.2', '--competitor-band', '0.95,1.05']);
  assert.match(tea, /^"tea, green",10,12,raise/);
  assert.match(coffee, /^coffee,10,9\.5,lower,.*,competitor band$/);
});

test('options that make no sense are refused', async () => {
  for (const args of [
    ['--endings', '150'],
    ['--competitor-band', '1.1,0.9'],
    ['--max-step', '2'],
  ])
    await assert.rejects(run(args), { code: 'USAGE' });
});
