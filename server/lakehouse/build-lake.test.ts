import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import { buildLake } from './build-lake.ts';
import { DEFAULT_CHAIN } from './chain/chain-plan.ts';
import { generatedChain } from './chain/source.ts';
import { buildingFolder, buildsFolder, currentBuildId } from './lake-folders.ts';
import { readLakeStatus } from './read-status.ts';
import { askLake, trialEffects, trialFolder } from './trial.ts';

const SMALL = { ...DEFAULT_CHAIN, stores: 2, products: 24, days: 9 };

/** A build in its own process, as `npm run lake` starts it; answers once it has said a line that matches. */
async function startBuild(root: string, until: RegExp) {
  const flags = ['--stores', '2', '--products', '24', '--days', '9'];
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', `${import.meta.dirname}/main.ts`, 'generate', ...flags],
    { env: { ...process.env, LAKE_ROOT: root }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) if (until.test(line)) break;
  return { child, ended };
}

describe('a build', () => {
  test('that is killed leaves the lake before it served, and the next one clears up', async (t) => {
    const root = trialFolder(t);
    const first = await buildLake(root, generatedChain(SMALL), trialEffects());
    const { child, ended } = await startBuild(root, /^silver {2}transaction_lines/);
    child.kill('SIGKILL');
    await ended;
    assert.ok(existsSync(buildingFolder(root)), 'the killed build was under way');
    assert.equal((await readLakeStatus(root)).buildId, first);
    assert.notDeepEqual(await askLake(root, 'SELECT count(*) AS rows FROM gold.sales_daily'), [{ rows: 0n }]);

    const effects = trialEffects();
    const next = await buildLake(root, generatedChain(SMALL), { ...effects, mark: () => 'next' });
    assert.equal(currentBuildId(root), next);
    assert.equal(existsSync(buildingFolder(root)), false);
    assert.deepEqual(readdirSync(buildsFolder(root)).sort(), [first, next].sort());
  });

  test('that fails its checks leaves the lake before it served', async (t) => {
    const root = trialFolder(t);
    const first = await buildLake(root, generatedChain(SMALL), trialEffects());
    const chain = generatedChain(SMALL);
    const oneTooMany = { ...chain, received: chain.received.replace('count(*)', 'count(*) + 1') };
    const noStores = { ...chain, stores: `${chain.stores} WHERE store_code = 'S-001'` };
    const nameless = { ...chain, products: chain.products.replace('item_name AS', 'NULL AS') };
    const twice = { ...chain, stores: `${chain.stores} UNION ALL ${chain.stores}` };
    for (const [source, code] of [
      [oneTooMany, 'TOTALS_DISAGREE'],
      [noStores, 'TOTALS_DISAGREE'],
      [nameless, 'CONTRACT_BROKEN'],
      [twice, 'CONTRACT_BROKEN'],
    ] as const)
      await assert.rejects(buildLake(root, source, trialEffects()), { code });
    assert.equal(currentBuildId(root), first);
    assert.equal(existsSync(buildingFolder(root)), false);
  });

  test('keeps the build served before it and removes older ones', async (t) => {
    const root = trialFolder(t);
    const ids: string[] = [];
    for (const mark of ['a', 'b', 'c'])
      ids.push(await buildLake(root, generatedChain(SMALL), { ...trialEffects(), mark: () => mark }));
    assert.equal(currentBuildId(root), ids[2]);
    assert.deepEqual(readdirSync(buildsFolder(root)).sort(), ids.slice(1));
  });

  test('is refused while another process builds in the same lake', async (t) => {
    const root = trialFolder(t);
    const { child, ended } = await startBuild(root, /^bronze/);
    const busy = buildLake(root, generatedChain(SMALL), trialEffects());
    await assert.rejects(busy, { code: 'LAKE_BUSY', message: new RegExp(`Process ${child.pid} `) });
    assert.equal(await ended, 0);
    assert.ok(currentBuildId(root), 'the build that was first is served');
  });
});
