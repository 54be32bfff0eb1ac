import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDate } from '#lib/business-date.ts';
import { openBench } from '../bench.ts';
import { trialFolder } from '../trial.ts';
import { DEFAULT_CHAIN } from './chain-plan.ts';
import { generatedChain } from './source.ts';

/** The weeks about two Easters, a Thanksgiving between, in stores of which one opened and one closed meanwhile. */
const PLAN = {
  ...DEFAULT_CHAIN,
  ...{ stores: 17, products: 36, days: 420, lastClosedDate: businessDate('2026-04-19') },
};

test('the trade of the chain follows its calendar and its stores', async (t) => {
  const bench = await openBench(trialFolder(t), 'trade');
  t.after(() => bench.close());
  await generatedChain(PLAN).writeBronze(bench, () => {});
  await bench.run(`CREATE TABLE sales AS SELECT DISTINCT receipt_number, line_number, store_code, fulfilled_by, item_code,
      unit_price, promotion_code, CAST(till_time[1:10] AS DATE) AS day FROM bronze.till_lines`);
  await bench.run(`CREATE TABLE steady AS SELECT item_code, unit_price, day FROM sales AS l JOIN bronze.store_list AS s
    ON s.store_code = fulfilled_by WHERE promotion_code IS NULL AND opened_on < '2025-01-01' AND closed_on IS NULL AND remodel_from IS NULL`);
  /**
   * SQL of the lines from a day on against those of as many days from another, of what cost the same in both, without an
   * offer, in stores that traded all the time: neither prices nor openings are taken for holidays.
   */
  const against = (days: number, from: string, other: string) => {
    const sold = (first: string) => `(SELECT item_code, unit_price, count(*) AS lines FROM steady
      WHERE day BETWEEN DATE '${first}' AND DATE '${first}' + ${days - 1} GROUP BY ALL)`;
    return `(SELECT sum(a.lines) / sum(b.lines) FROM ${sold(from)} AS a JOIN ${sold(other)} AS b USING (item_code, unit_price))`;
  };

  await t.test('the week before Easter is busy, whenever Easter falls', async () => {
    // 20 April 2025 and 5 April 2026: the busy week of each year, without its Sunday, against the one that was the other year's.
    const [found] = await bench.rows<{ lift: number }>(`SELECT sqrt(${against(6, '2025-04-14', '2025-03-31')}
      * ${against(6, '2026-03-30', '2026-04-13')}) AS lift`);
    // 1.144 with Good Friday. A thousand lines a week scatter it by 3.2 %, moods of days and weather by 2 %: 2.6 times that.
    assert.ok(found && found.lift > 1.03 && found.lift < 1.26, JSON.stringify(found));
  });

  await t.test('the Friday after Thanksgiving outdoes those on either side', async () => {
    const [found] = await bench.rows<{ lift: number }>(`SELECT sqrt(${against(1, '2025-11-28', '2025-11-21')}
      * ${against(1, '2025-11-28', '2025-12-05')}) AS lift`);
    // 1.57: 1.8 times November, and December is busier; single days scatter it by 0.13, of which 2.6 are asked for.
    assert.ok(found && found.lift > 1.23 && found.lift < 1.91, JSON.stringify(found));
  });

  await t.test('a store sells from the day it opens until the day before it closes', async () => {
    const told = `SELECT store_code, opened_on, closed_on FROM bronze.store_list WHERE opened_on > '2025-02-24' OR closed_on IS NOT NULL`;
    assert.deepEqual(
      await bench.rows(`
        WITH sold AS (SELECT store_code, day FROM sales UNION SELECT fulfilled_by, day FROM sales)
        SELECT store_code, max(opened_on) AS opened, max(closed_on) AS closed, CAST(min(day) AS VARCHAR) AS first,
          CAST(max(day) AS VARCHAR) AS last FROM sold JOIN (${told}) USING (store_code) GROUP BY store_code ORDER BY store_code`),
      [
        {
          store_code: 'S-012',
          opened: '2019-09-23',
          closed: '2026-04-07',
          first: '2025-02-24',
          last: '2026-04-06',
        },
        { store_code: 'S-017', opened: '2025-10-03', closed: null, first: '2025-10-03', last: '2026-04-19' },
      ],
    );
  });
});
