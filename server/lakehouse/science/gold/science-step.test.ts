import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GOLD_TABLES } from '#server/gold/contract.ts';
import type { LakeTable } from '#server/gold/table.ts';
import { openBench } from '../../bench.ts';
import { trialEffects, trialFolder } from '../../trial.ts';
import { writeTable } from '../../write-table.ts';
import { requireEveryTableMade, runStep, scienceRows } from './science-step.ts';
import { SCIENCE_STEPS } from './steps.ts';

const estimates = {
  schema: 'gold',
  name: 'estimates',
  grain: 'product',
  label: 'Internal',
  key: ['product_id'],
  partitions: [],
  madeBy: 'science',
  columns: {
    product_id: { sqlType: 'varchar(32)', meaning: 'Product' },
    as_of_date: { sqlType: 'date', meaning: 'Last closed date' },
    slope: { sqlType: 'decimal(18,6)', nullable: true, meaning: 'Estimate' },
    is_sure: { sqlType: 'bit', meaning: 'Whether it is' },
  },
} as const satisfies LakeTable;

test('every gold table that statistics make has a step that makes it', () => {
  requireEveryTableMade(
    SCIENCE_STEPS,
    GOLD_TABLES.filter(({ madeBy }) => madeBy === 'science'),
  );
  assert.throws(() => requireEveryTableMade(SCIENCE_STEPS, [...GOLD_TABLES, estimates]), TypeError);
});

test('reckoned rows become a table with its own types, and a figure nobody knows is not zero', async (t) => {
  const bench = await openBench(trialFolder(t), 'one');
  t.after(() => bench.close());
  const step = {
    name: 'estimates',
    tables: [estimates],
    make: async () => ({
      estimates: await scienceRows(bench, estimates, [
        { product_id: 'P2', as_of_date: '2026-11-22', slope: Number.NaN, is_sure: 0 },
        { product_id: 'P1', as_of_date: '2026-11-22', slope: -1.23456789, is_sure: 1 },
      ]),
    }),
  };
  await runStep(step, bench, trialEffects(), (table, select) => writeTable(bench, table, select));
  const rows = await bench.rows(
    `SELECT product_id, CAST(as_of_date AS varchar) AS day, CAST(slope AS varchar) AS slope, is_sure,
      typeof(slope) AS type FROM gold.estimates`,
  );
  assert.deepEqual(rows, [
    { product_id: 'P1', day: '2026-11-22', slope: '-1.234568', is_sure: true, type: 'DECIMAL(18,6)' },
    { product_id: 'P2', day: '2026-11-22', slope: null, is_sure: false, type: 'DECIMAL(18,6)' },
  ]);
});

test('a table that a step leaves out stands there without rows', async (t) => {
  const bench = await openBench(trialFolder(t), 'one');
  t.after(() => bench.close());
  const step = { name: 'estimates', tables: [estimates], make: async () => ({}) };
  await runStep(step, bench, trialEffects(), (table, select) => writeTable(bench, table, select));
  assert.deepEqual(await bench.rows('SELECT * FROM gold.estimates'), []);
});

test('what is too large to hold comes in chunks of columns', async (t) => {
  const bench = await openBench(trialFolder(t), 'one');
  t.after(() => bench.close());
  let rows = 0;
  let chunks = 0;
  for await (const [numbers = []] of bench.chunks(
    'SELECT CAST(i AS integer) AS i FROM range(10000) AS r(i)',
  )) {
    assert.equal(numbers[0], rows);
    rows += numbers.length;
    chunks += 1;
  }
  assert.equal(rows, 10_000);
  assert.ok(chunks > 1);
});
