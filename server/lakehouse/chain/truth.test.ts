import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openBench } from '../bench.ts';
import { trialFolder } from '../trial.ts';
import { DEFAULT_CHAIN } from './chain-plan.ts';
import { generatedChain } from './source.ts';

test('the truth of the chain can be found again in what was sent', async (t) => {
  const bench = await openBench(trialFolder(t), 'truth');
  t.after(() => bench.close());
  await generatedChain({ ...DEFAULT_CHAIN, stores: 6, products: 120, days: 210 }).writeBronze(
    bench,
    () => {},
  );
  const truth = (name: string) => `read_parquet('${join(bench.folder, 'truth', `${name}.parquet`)}')`;
  await bench.run(`CREATE TABLE sales AS SELECT receipt_number, store_code, item_code, card,
      CAST(till_time AS DATE) AS day, CAST(quantity AS INTEGER) AS units, CAST(unit_price AS DOUBLE) AS price,
      promotion_code, fulfilled_by
    FROM (SELECT DISTINCT * EXCLUDE (source_file, source_line) FROM bronze.till_lines) WHERE kind = 'SALE'`);

  await t.test('demand answers to the regular price as the elasticity says', async () => {
    // Within a product, log sales per day against elasticity × log price: season and promotions add noise, no slope.
    const [found] = await bench.rows<{ slope: number }>(`
      WITH priced AS (
        SELECT item_code, price, count(*) / any_value(days) AS rate FROM sales
        JOIN (SELECT item_code, CAST(regular_price AS DOUBLE) AS price,
            count(*) AS days FROM bronze.price_list JOIN (SELECT DISTINCT day FROM sales) ON day >= CAST(valid_from AS DATE)
            AND (valid_to IS NULL OR day < CAST(valid_to AS DATE)) GROUP BY ALL) USING (item_code, price)
        WHERE promotion_code IS NULL GROUP BY ALL HAVING any_value(days) >= 30
      )
      SELECT regr_slope(y, x) AS slope FROM (
        SELECT ln(rate) - avg(ln(rate)) OVER (PARTITION BY item_code) AS y,
          price_elasticity * (ln(price) - avg(ln(price)) OVER (PARTITION BY item_code)) AS x
        FROM priced JOIN ${truth('price_elasticities')} ON product_id = item_code)`);
    assert.ok(found && found.slope > 0.6 && found.slope < 1.4, `slope ${found?.slope} where 1 is the truth`);
  });

  await t.test('trade answers to rain and warmth as the truth says', async () => {
    // Against the other regions on the same day, which season, holidays and the mood of the day leave equal; no store that shut.
    const [found] = await bench.rows<{ rain: number; degree: number; truth: number }>(`
      WITH kept AS (
        SELECT region, s.day, ln(count(*)) AS lines FROM sales AS s JOIN bronze.store_list AS h ON h.store_code = s.fulfilled_by
          AND remodel_from IS NULL GROUP BY ALL
      ), air AS (
        SELECT region, CAST(day AS DATE) AS day, avg(CAST(temperature AS DOUBLE)) AS degrees,
          CASE WHEN any_value(CAST(rain AS DOUBLE)) >= 5 THEN 1 ELSE 0 END AS wet
        FROM bronze.weather JOIN bronze.store_list USING (store_code) GROUP BY ALL
      ), pairs AS (
        SELECT a.lines - b.lines - avg(a.lines - b.lines) OVER (PARTITION BY a.region, b.region) AS y, x.wet - z.wet AS wet,
          x.degrees - z.degrees - avg(x.degrees - z.degrees) OVER (PARTITION BY a.region, b.region) AS degrees
        FROM kept AS a JOIN kept AS b ON a.day = b.day AND a.region < b.region
        JOIN air AS x ON x.region = a.region AND x.day = a.day JOIN air AS z ON z.region = b.region AND z.day = b.day)
      SELECT avg(y) FILTER (wet = 1) - avg(y) FILTER (wet = -1) AS rain, regr_slope(y, degrees) FILTER (wet = 0) AS degree,
        (SELECT -2 * (lost_to_heavy_rain - lost_to_rain * 0.3) FROM ${truth('weather')}) AS truth
      FROM pairs`);
    assert.ok(
      found && found.rain < 0.5 * found.truth && found.rain > 1.6 * found.truth,
      JSON.stringify(found),
    );
    assert.ok(found.degree > 0.001 && found.degree < 0.011, JSON.stringify(found));
  });

  await t.test('companions are bought together more often than chance has it, others are not', async () => {
    const [lift] = await bench.rows<{ planted: number; others: number }>(`
      WITH baskets AS (SELECT DISTINCT receipt_number, item_code FROM sales),
      total AS (SELECT CAST(count(DISTINCT receipt_number) AS DOUBLE) AS n FROM baskets),
      single AS (SELECT item_code, count(*) AS n FROM baskets GROUP BY ALL),
      pairs AS (SELECT a.item_code AS a, b.item_code AS b, count(*) AS n FROM baskets AS a
        JOIN baskets AS b ON a.receipt_number = b.receipt_number AND a.item_code <> b.item_code GROUP BY ALL),
      lifts AS (SELECT a, b, p.n * total.n / (x.n * y.n) AS lift FROM pairs AS p, total
        JOIN single AS x ON x.item_code = a JOIN single AS y ON y.item_code = b WHERE p.n > 30)
      SELECT min(lift) FILTER (antecedent IS NOT NULL) AS planted, median(lift) FILTER (antecedent IS NULL) AS others
      FROM lifts LEFT JOIN ${truth('affinities')} ON antecedent = a AND consequent = b`);
    assert.ok(lift && lift.planted > 1.5 && lift.others < 1.15, JSON.stringify(lift));
  });

  await t.test('members come at their own rates until they stay away for good', async () => {
    const [found] = await bench.rows<{ slope: number; after: number }>(`
      SELECT regr_slope(tickets, visits_per_day) / 210 AS slope,
        CAST(count(*) FILTER (last_ticket > last_visit) AS INTEGER) AS after
      FROM (SELECT visits_per_day, last_visit, count(DISTINCT receipt_number) AS tickets, max(s.day) AS last_ticket
        FROM ${truth('customers')} LEFT JOIN sales AS s ON card = customer_id GROUP BY customer_id, 1, 2)`);
    assert.ok(found && found.slope > 0.3 && found.slope < 1 && found.after === 0, JSON.stringify(found));
  });
});

test('only the generator and tests speak of the truth', () => {
  const root = join(import.meta.dirname, '../../..');
  const files = execFileSync('git', ['ls-files', '--', 'app', 'components', 'lib', 'server'], {
    cwd: root,
    encoding: 'utf8',
  });
  const readers = files
    .trim()
    .split('\n')
    .filter((file) => /\.(tsx?|mjs|sql)$/.test(file) && !/\.test\.ts$/.test(file))
    .filter((file) => !file.startsWith('server/lakehouse/chain/'))
    // Carries the folder over to the next build, unread.
    .filter((file) => file !== 'server/lakehouse/close-day/closed-chain.ts')
    .filter((file) => /['"`/]truth[/'"`]/.test(readFileSync(join(root, file), 'utf8')));
  assert.deepEqual(readers, []);
});
