import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCommand } from './command-line.ts';

test('a deployment names its container, its build and every month of it', () => {
  const flags =
    '--storage https://a.dfs.core.windows.net/lake --folder /builds/7/ --silver silver-root --reader api --from 2025-11 --to 2026-02';
  assert.deepEqual(parseCommand(['ddl', ...flags.split(' ')]), {
    name: 'ddl',
    deployment: {
      storage: 'https://a.dfs.core.windows.net/lake',
      dataSource: 'lake',
      reader: 'api',
      folder: 'builds/7',
      silverFolder: 'silver-root',
      silverFormat: 'delta',
      months: ['2025-11', '2025-12', '2026-01', '2026-02'],
    },
  });
});

test('silver is Parquet in a copied build and Delta in a folder of its own, unless it is said', () => {
  const format = (flags: string) => {
    const command = parseCommand(['ddl', ...flags.split(' ')]);
    assert.ok(command.name === 'ddl');
    return command.deployment.silverFormat;
  };
  assert.equal(format('--reader api'), 'parquet');
  assert.equal(format('--folder builds/7'), 'parquet');
  assert.equal(format('--folder builds/7 --silver /builds/7/'), 'parquet');
  assert.equal(format('--folder builds/7 --silver lake'), 'delta');
  assert.equal(format('--folder builds/7 --silver-format delta'), 'delta');
  assert.equal(format('--folder builds/7 --silver lake --silver-format parquet'), 'parquet');
});

test('what is not understood is said, with what would be', () => {
  const mistakes = [
    [],
    ['deploy'],
    ['check', 'twice'],
    ['ddl', '--from', '2026-01'],
    ['ddl', '--from', '2026-13', '--to', '2026-14'],
    ['ddl', '--from', '2026-02', '--to', '2026-01'],
    ['ddl', '--data-source', 'a]b'],
    ['ddl', '--silver-format', 'csv'],
    ['ddl', '--where', 'there'],
  ];
  for (const args of mistakes)
    assert.throws(() => parseCommand(args), { code: 'USAGE', message: /npm run synapse -- ddl/ });
});
