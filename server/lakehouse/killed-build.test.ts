import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { askLake, trialFolder, writeInvoices } from './trial.ts';

const KILLS = Number(process.env['KILLS'] ?? 3);
const SEED = Number(process.env['PROPERTY_SEED'] ?? 11);

/** Numbers in [0, 1) that a seed decides. */
function* draws(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function startImport(root: string, folder: string) {
  const main = `${import.meta.dirname}/main.ts`;
  const child = spawn(process.execPath, ['--conditions=react-server', main, 'import', folder], {
    env: { ...process.env, LAKE_ROOT: root },
    stdio: 'ignore',
  });
  return { child, ended: once(child, 'exit') };
}

async function importAll(root: string, folder: string): Promise<number> {
  const started = Date.now();
  const [code] = await startImport(root, folder).ended;
  assert.equal(code, 0);
  return Date.now() - started;
}

/** Everything a person would see, read from every table that counts lines. */
async function figures(root: string): Promise<unknown> {
  return askLake(
    root,
    `SELECT CAST((SELECT sum(net_sales) FROM gold.sales_daily) AS varchar) AS by_product,
      CAST((SELECT sum(net_sales) FROM gold.store_day) AS varchar) AS by_store,
      CAST((SELECT sum(net_amount) FROM silver.transaction_lines) AS varchar) AS by_line,
      CAST((SELECT sum(amount) FROM gold.import_report WHERE outcome = 'sale') AS varchar) AS by_rule,
      (SELECT count(*) FROM gold.products) AS products, (SELECT count(*) FROM gold.lineage) AS files`,
  );
}

const day = (n: number) =>
  Array.from(
    { length: 20 },
    (_, line) =>
      `${n * 100 + line},22423,CAKE,${line + 1},2010-${10 + (n % 3)}-0${1 + (n % 9)} 10:00:00,1.25,,France`,
  );

test(`an import killed at any of ${KILLS} moments (seed ${SEED}) leaves a lake that serves, and the next one completes it`, async (t) => {
  const [root, folder] = [trialFolder(t), writeInvoices(trialFolder(t), 'day-0.csv', day(0))];
  const usual = await importAll(root, folder);
  const moments = draws(SEED);
  for (let kill = 1; kill <= KILLS; kill++) {
    const before = await figures(root);
    writeInvoices(folder, `day-${kill}.csv`, day(kill));
    const { child, ended } = startImport(root, folder);
    await after(moments.next().value * usual * 1.1);
    child.kill('SIGKILL');
    await ended;
    const left = await figures(root);
    await importAll(root, folder);
    const whole = await figures(root);
    assert.notDeepEqual(whole, before);
    assert.ok(
      [before, whole].some((state) => JSON.stringify(state, jsonOf) === JSON.stringify(left, jsonOf)),
      `after kill ${kill} the lake serves neither what it did nor what it should: ${JSON.stringify(left, jsonOf)}`,
    );
  }
});

function jsonOf(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
