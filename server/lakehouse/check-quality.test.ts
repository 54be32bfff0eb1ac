import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildLake } from './build-lake.ts';
import { currentBuildId } from './lake-folders.ts';
import { onlineRetail } from './online-retail/source.ts';
import { askLake, trialEffects, trialFolder, writeInvoices } from './trial.ts';

const sale = (invoice: number, day: string, time = '10:00:00') =>
  `${invoice},22423,CAKE,1,${day} ${time},2.50,,France`;

/** Five Wednesdays of the same number of sales each. */
const WEDNESDAYS = ['2026-10-21', '2026-10-28', '2026-11-04', '2026-11-11', '2026-11-18'];

async function findings(root: string) {
  return askLake(
    root,
    `SELECT check_name, severity, failures, detail FROM gold.data_quality WHERE outcome = 'failed' ORDER BY check_name`,
  );
}

async function build(t: Parameters<typeof trialFolder>[0], rows: readonly string[], root = trialFolder(t)) {
  const effects = trialEffects();
  await buildLake(root, onlineRetail(writeInvoices(trialFolder(t), 'a.csv', rows)), effects);
  return { root, lines: effects.lines };
}

describe('what is found in a build', () => {
  test('says of every check that it passed, where all is usual', async (t) => {
    const rows = WEDNESDAYS.flatMap((day, week) => [1, 2, 3, 4].map((n) => sale(week * 10 + n, day)));
    const { root } = await build(t, [...rows, sale(99, '2026-11-22')]);
    assert.deepEqual(await findings(root), []);
    const [checks] = await askLake(
      root,
      "SELECT CAST(count(*) AS int) AS checks FROM gold.data_quality WHERE outcome = 'passed'",
    );
    assert.ok(Number(checks?.['checks']) > 40);
  });

  test('warns of a day that sold far less than is usual for its weekday, and of an old last day', async (t) => {
    const usual = WEDNESDAYS.slice(0, 4).flatMap((day, week) =>
      [1, 2, 3, 4].map((n) => sale(week * 10 + n, day)),
    );
    const { root, lines } = await build(t, [...usual, sale(99, '2026-11-18')]);
    assert.deepEqual(await findings(root), [
      {
        check_name: 'Each of the last seven days has between half and twice the lines usual for its weekday',
        severity: 'warning',
        failures: 1,
        detail: '2026-11-18: 1 lines, usually 4',
      },
      {
        check_name: 'The last closed day is at most two days before the load',
        severity: 'warning',
        failures: 5,
        detail: 'last closed day 2026-11-18, loaded 2026-11-23',
      },
    ]);
    assert.equal(lines.filter((line) => line.startsWith('warning ')).length, 2);
  });

  test('stops the swap where most rows cannot be read, and says where', async (t) => {
    const { root } = await build(t, [sale(1, '2026-11-22')]);
    const served = currentBuildId(root);
    const swapped = Array.from({ length: 120 }, (_, n) => sale(n, `2026-${n < 50 ? '11-22' : '22-11'}`));
    await assert.rejects(build(t, swapped, root), {
      code: 'QUALITY_FAILED',
      message: /silver\.imported_rows: .*70 of 120 rows cannot be read/,
    });
    assert.equal(currentBuildId(root), served);
  });
});
