import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHAIN_SIZES, DEFAULT_CHAIN } from './chain/chain-plan.ts';
import { parseCommand } from './command-line.ts';

test('a lake is generated as planned, or as usual', () => {
  assert.deepEqual(parseCommand(['generate']), { name: 'generate', plan: DEFAULT_CHAIN });
  const plan = { seed: 0, stores: 3, products: 50, days: 30, lastClosedDate: '2026-01-31' };
  const flags = '--seed 0 --stores 3 --products 50 --days 30 --last-closed 2026-01-31'.split(' ');
  assert.deepEqual(parseCommand(['generate', ...flags]), { name: 'generate', plan });
});

test('a size may be named, and changed in part', () => {
  assert.deepEqual(parseCommand(['generate', '--size', 'M', '--stores', '100']), {
    name: 'generate',
    plan: { ...CHAIN_SIZES.M, stores: 100 },
  });
  assert.deepEqual(parseCommand(['generate', '--size', 'L']), { name: 'generate', plan: CHAIN_SIZES.L });
});

test('a folder is imported', () => {
  assert.deepEqual(parseCommand(['import', 'some/folder']), { name: 'import', folder: 'some/folder' });
  assert.deepEqual(parseCommand(['import', '--source', 'northwind', 'some/folder']), {
    name: 'import',
    folder: 'some/folder',
    source: 'northwind',
  });
});

test('what is not understood is said, with what would be', () => {
  const mistakes = [
    [],
    ['build'],
    ['import'],
    ['import', 'a', 'b'],
    ['import', '--from', 'a'],
    ['generate', '--stores', '0'],
    ['generate', '--stores', '501'],
    ['generate', '--size', 'XL'],
    ['generate', '--products', '20161'],
    ['generate', '--seed', 'x'],
    ['generate', '--last-closed', '2026-02-30'],
    ['generate', '--shops', '3'],
    ['generate', 'folder'],
    ['status', 'now'],
  ];
  for (const args of mistakes)
    assert.throws(() => parseCommand(args), { code: 'USAGE', message: /npm run lake -- import <folder>/ });
});
