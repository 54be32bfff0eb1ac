import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readOptions } from '../command.ts';
import { forecastCommand } from './forecast-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'science-forecast-'));
test.after(() => rmSync(folder, { recursive: true, force: true }));

/** Weeks 1 … 40 of two stores: 10, 20, 30, 40 and again, the second store ten times that and without week 30. */
const rows = [1, 10].flatMap((times, store) =>
  Array.from({ length: 40 }, (_, i) => `S${store},${i + 1},${times * 10 * ((i % 4) + 1)}`).filter(
    (row) => row !== 'S1,30,200',
  ),
);

async function forecast(csv: readonly string[], ...args: string[]) {
  const data = join(folder, 'given.csv');
  const out = join(folder, 'out.csv');
  writeFileSync(data, `${['store,week,units', ...csv].join('\n')}\n`);
  const lines: string[] = [];
  const desk = { print: (line: string) => void lines.push(line), note: () => {} };
  const asked = [
    '--data',
    data,
    '--series',
    'store',
    '--time',
    'week',
    '--value',
    'units',
    '--out',
    out,
    ...args,
  ];
  await forecastCommand.run(readOptions(forecastCommand, asked), desk);
  return {
    table: lines.map((line) => line.split(',')),
    out: readFileSync(out, 'utf8').trimEnd().split('\n'),
  };
}

test('all methods are scored on the same known points, from each origin, after the gap', async () => {
  const { table, out } = await forecast(
    rows,
    '--season',
    '4',
    '--horizon',
    '2',
    '--gap',
    '2',
    '--origins',
    '28,32',
  );
  assert.deepEqual(
    table.map(([method, points]) => `${method} ${points}`),
    ['method points', 'naive 7', 'seasonal_naive 7', 'mean 7', 'chosen 7'],
  );
  const weeks = out.slice(1).map((line) => line.split(',').slice(0, 4).join(' '));
  assert.deepEqual(weeks.slice(0, 4), ['S0 28 30 20', 'S0 28 31 30', 'S0 32 34 20', 'S0 32 35 30']);
  assert.equal(weeks[4], 'S1 28 30 ');
});

test('seasonal naive is without error where every season is alike, and errors are those by hand', async () => {
  const { table } = await forecast(rows.slice(0, 40), '--season', '4', '--horizon', '2', '--origins', '36');
  const [, naive = [], seasonal = []] = table;
  // Week 36 sold 40; weeks 37 and 38 sold 10 and 20.
  assert.deepEqual(naive.slice(2, 4).map(Number), [(30 / 10 + 20 / 20) / 2, 50 / 30]);
  assert.deepEqual(seasonal.slice(2, 4).map(Number), [0, 0]);
  assert.equal(seasonal[4], '', 'a scale of zero makes no MASE');
});

test('logarithms are scored as what they are logarithms of', async () => {
  const logs = rows.map((row) => row.replace(/\d+$/, (units) => `${Math.log(Number(units))}`));
  const asked = ['--season', '4', '--horizon', '2', '--origins', '36'];
  const { table } = await forecast(logs, ...asked, '--log-value');
  const plain = await forecast(rows, ...asked);
  assert.equal(Number(table[1]?.[3]).toFixed(9), Number(plain.table[1]?.[3]).toFixed(9));
});

test('without origins the periods after the last one are forecast', async () => {
  const { out } = await forecast(rows, '--season', '4', '--horizon', '3');
  assert.deepEqual(
    out.slice(1, 4).map((line) => line.split(',')[2]),
    ['41', '42', '43'],
  );
});

test('lines of later periods that only tell what is known move the last period no further', async () => {
  const csv = rows.slice(0, 40).map((row, i) => `${row},${i % 2}`);
  const data = join(folder, 'known.csv');
  writeFileSync(data, `${['store,week,units,promotion', ...csv, 'S0,41,,1', 'S0,42,,0'].join('\n')}\n`);
  const asked = [
    '--data',
    data,
    '--series',
    'store',
    '--time',
    'week',
    '--value',
    'units',
    '--known',
    'promotion',
  ];
  const out = join(folder, 'known-out.csv');
  const desk = { print: () => {}, note: () => {} };
  const options = readOptions(forecastCommand, [...asked, '--season', '4', '--horizon', '2', '--out', out]);
  await forecastCommand.run(options, desk);
  const weeks = readFileSync(out, 'utf8').trimEnd().split('\n').slice(1);
  assert.deepEqual(
    weeks.map((line) => line.split(',').slice(1, 4).join(' ')),
    ['40 41 ', '40 42 '],
  );
});

test('an empty shelf is not learned as no demand', async () => {
  const data = join(folder, 'sold-out.csv');
  const weeks = Array.from({ length: 40 }, (_, i) =>
    i >= 30 ? `${i + 1},0,1` : `${i + 1},${50 + (i % 3)},0`,
  );
  writeFileSync(data, `${['week,units,empty', ...weeks].join('\n')}\n`);
  const chosen = async (...args: string[]) => {
    const out = join(folder, 'sold-out-out.csv');
    const asked = [
      '--data',
      data,
      '--time',
      'week',
      '--value',
      'units',
      '--horizon',
      '2',
      '--origins',
      '40',
      '--out',
      out,
    ];
    await forecastCommand.run(readOptions(forecastCommand, [...asked, ...args]), {
      print: () => {},
      note: () => {},
    });
    return Number(readFileSync(out, 'utf8').split('\n')[1]?.split(',')[6]);
  };
  assert.ok((await chosen()) < 30);
  assert.ok(Math.abs((await chosen('--sold-out', 'empty')) - 51) < 2);
});

test('an origin outside the data is said', async () => {
  await assert.rejects(forecast(rows, '--season', '4', '--horizon', '2', '--origins', '99'), {
    message: /99 is not within the data, which end at 40/,
  });
});
