import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { SILVER_TABLES } from '#server/gold/contract.ts';
import { openBench } from '../../bench.ts';
import { buildLake } from '../../build-lake.ts';
import { DEFAULT_CHAIN } from '../../chain/chain-plan.ts';
import { generatedChain } from '../../chain/source.ts';
import { currentBuild } from '../../lake-folders.ts';
import { createViewSql } from '../../parquet-view.ts';
import { trialEffects, trialFolder } from '../../trial.ts';
import { DEMAND_ROWS } from './demand-cells-sql.ts';
import { dropDemand, makeDemand } from './make-demand.ts';

test('demand of prices is the same of a few products at a time as of all at once', async (t) => {
  const root = trialFolder(t);
  const plan = { ...DEFAULT_CHAIN, stores: 3, products: 24, days: 70 };
  await buildLake(root, generatedChain(plan), { ...trialEffects(), rowsAtOnce: 2000 });
  const bench = await openBench(join(root, 'other'), 'one');
  t.after(() => bench.close());
  for (const table of SILVER_TABLES) await bench.run(createViewSql(table, currentBuild(root)));
  const rows = async (soldDaysAtOnce?: number) => {
    await makeDemand(bench, soldDaysAtOnce);
    const found = await bench.rows(
      `SELECT * REPLACE (round(units, 6) AS units, round(chance, 6) AS chance, round(rival_gap, 6) AS rival_gap) FROM (${DEMAND_ROWS})`,
    );
    await dropDemand(bench);
    return found;
  };
  const whole = await rows();
  assert.ok(whole.length > 200, `${whole.length} rows`);
  assert.deepEqual(await rows(500), whole);
});
