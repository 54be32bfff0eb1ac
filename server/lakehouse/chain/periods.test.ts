import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Bench, openBench } from '../bench.ts';
import { trialFolder } from '../trial.ts';
import { CHAIN_SIZES, DEFAULT_CHAIN } from './chain-plan.ts';
import { periodsOf } from './trade-weeks.ts';
import { writeChain } from './write-chain.ts';

test('periods part all weeks of a plan, shorter ones where the chain is large', () => {
  for (const plan of [...Object.values(CHAIN_SIZES), { ...DEFAULT_CHAIN, days: 5 }]) {
    const weeks = periodsOf(plan).flatMap((period) => period.weeks);
    assert.deepEqual(weeks, [...weeks.keys()]);
    assert.equal(weeks.length, Math.ceil(plan.days / 7));
  }
  assert.deepEqual(
    Object.values(CHAIN_SIZES).map((plan) => periodsOf(plan)[0]?.weeks.length),
    [4, 4, 1],
  );
});

/** Rows and a sum of their hashes, whatever their order, of every received table and every truth. */
async function contents(bench: Bench): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const layer of ['bronze', 'truth']) {
    const files = readdirSync(join(bench.folder, layer), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.parquet'))) {
      const all = file.replace(/part-\d+/, '*');
      // What is expected is added up in the order of threads: its last digits are nobody's.
      const [row] = await bench.rows<{ content: string }>(`
        SELECT concat(count(*), ' ', sum(CAST(md5_number_lower(CAST(t AS VARCHAR)) AS HUGEINT))) AS content
        FROM (SELECT * ${all.includes('expected_demand') ? 'REPLACE (round(expected_units, 6) AS expected_units)' : ''}
          FROM read_parquet('${join(bench.folder, layer, all)}')) AS t`);
      found.set(all, row?.content ?? '');
    }
  }
  return found;
}

test('a chain made a week at a time is the one that is made all at once', async (t) => {
  const plan = { ...DEFAULT_CHAIN, stores: 8, products: 24, days: 60 };
  const made = [];
  for (const together of [1, 100]) {
    const bench = await openBench(trialFolder(t), 'chain');
    const periods = periodsOf(plan, together);
    await writeChain(bench, plan, () => {}, periods);
    made.push(await contents(bench));
    assert.equal(readdirSync(join(bench.folder, 'bronze/pos/till_lines')).length, periods.length);
    bench.close();
  }
  const [parted, whole] = made;
  assert.ok(
    whole && whole.size > 25 && Number(whole.get('inventory/transfers/*.parquet')?.split(' ')[0]) > 0,
  );
  assert.deepEqual(parted, whole);
});
