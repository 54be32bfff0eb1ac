import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openBench } from '../bench.ts';
import { findAssociationRules } from '../science/rules/association-rules.ts';
import { basketsOf } from '../science/rules/baskets.ts';
import { trialFolder } from '../trial.ts';
import { DEFAULT_CHAIN } from './chain-plan.ts';
import { generatedChain } from './source.ts';

/** Pairs in one basket of ten thousand already, whatever their confidence. */
const RARE_PAIRS = { support: 0.0001, confidence: 0, minLength: 2, maxLength: 2 };
/** Standard errors that an estimate without bias is off by once in a hundred times. */
const OFF_ONE_IN_A_HUNDRED = 2.58;
/** The fortnight of a day; promotions begin and end with it. */
const fortnight = (day: string) => `(${day} - DATE '2000-01-03') // 14`;

test('the truth of the chain can be found again in what was sent', async (t) => {
  const bench = await openBench(trialFolder(t), 'truth');
  t.after(() => bench.close());
  await generatedChain({ ...DEFAULT_CHAIN, stores: 3, days: 210 }).writeBronze(bench, () => {});
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

  await t.test(
    'companions are bought together as often as the truth says, others as chance has it',
    async () => {
      const baskets = await bench.rows<{ items: string[] }>(
        'SELECT list(DISTINCT item_code) AS items FROM sales GROUP BY receipt_number',
      );
      const rules = findAssociationRules(basketsOf(baskets.map(({ items }) => items)), RARE_PAIRS);
      const pairs = await bench.rows<{ antecedent: string; consequent: string; lift: number }>(
        `SELECT antecedent, consequent, lift FROM ${truth('affinities')}`,
      );
      assert.equal(pairs.length, 23);
      const together = { mined: 0, expected: 0 };
      for (const { antecedent, consequent, lift } of pairs) {
        const mined = rules.find(
          (rule) => rule.antecedent[0] === antecedent && rule.consequent === consequent,
        );
        assert.ok(mined && mined.count > 100, `${antecedent} ${consequent} is too rare to tell`);
        // The count is near enough to Poisson: one pair in fifteen thousand is off by more.
        assert.ok(
          Math.abs(mined.lift / lift - 1) < 4 / Math.sqrt(mined.count),
          `${mined.lift} mined of ${lift}`,
        );
        together.mined += mined.count;
        together.expected += (mined.count * lift) / mined.lift;
      }
      assert.ok(
        Math.abs(together.mined - together.expected) < OFF_ONE_IN_A_HUNDRED * Math.sqrt(together.expected),
        JSON.stringify(together),
      );
      const planted = new Set(
        pairs.flatMap(({ antecedent: a, consequent: b }) => [`${a} ${b}`, `${b} ${a}`]),
      );
      const others = rules
        .filter(
          ({ antecedent, consequent, count }) => count > 30 && !planted.has(`${antecedent[0]} ${consequent}`),
        )
        .map(({ lift }) => lift)
        .sort((a, b) => a - b);
      assert.ok(others.length > 100 && Number(others[others.length >> 1]) < 1.15, `${others.length} others`);
    },
  );

  await bench.run(`CREATE TABLE offered AS SELECT item_code, category, subcategory, ${fortnight('CAST(from_date AS DATE)')} AS fortnight
    FROM bronze.promotions JOIN bronze.product_list USING (item_code)`);
  // Fortnights of products at their regular price, and what is usual of each: its own level at that price, as the other
  // things of the category went beside theirs.
  await bench.run(`CREATE TABLE plain AS
    WITH own AS (SELECT item_code, day, count(*) AS sold FROM sales GROUP BY ALL),
    priced AS (
      SELECT item_code, category, subcategory, fortnight, sum(coalesce(sold, 0)) AS sold,
        sum(CAST(regular_price AS DOUBLE) ** price_elasticity) AS drawn
      FROM bronze.product_list JOIN ${truth('price_elasticities')} ON product_id = item_code
      JOIN bronze.price_list USING (item_code) JOIN (SELECT DISTINCT day, ${fortnight('day')} AS fortnight FROM sales)
        ON day >= CAST(valid_from AS DATE) AND (valid_to IS NULL OR day < CAST(valid_to AS DATE))
      LEFT JOIN own USING (item_code, day) ANTI JOIN offered USING (item_code, fortnight) GROUP BY ALL),
    levels AS (SELECT *, drawn * sum(sold) OVER item / sum(drawn) OVER item AS level FROM priced
      WINDOW item AS (PARTITION BY item_code))
    SELECT *, level * (sum(sold) OVER all_things - sum(sold) OVER this_thing)
      / (sum(level) OVER all_things - sum(level) OVER this_thing) AS usual FROM levels
    WINDOW all_things AS (PARTITION BY category, fortnight), this_thing AS (PARTITION BY category, subcategory, fortnight)`);

  /**
   * Asserts that sales beside one promotion stand to those beside none as `factor` says, and not as 1. The error is of how
   * the fortnights scatter, those with the promotion and those without that say what is usual of the product.
   */
  const factorIs = async (factor: string, beside: string) => {
    const [found] = await bench.rows<{ ratio: number; error: number; truth: number }>(`
      WITH beside AS (${beside}),
      fitted AS (SELECT promoted = 1 AS is_beside, sold, usual * sum(sold) FILTER (promoted = 0) OVER item
          / sum(usual) FILTER (promoted = 0) OVER item AS expected,
          sum(usual) FILTER (promoted = 1) OVER item / sum(usual) FILTER (promoted = 0) OVER item AS weight
        FROM beside WHERE promoted < 2 WINDOW item AS (PARTITION BY item_code)),
      pooled AS (SELECT sum(sold) / sum(expected) AS ratio, sum(expected) AS expected FROM fitted WHERE is_beside AND expected > 0)
      SELECT any_value(ratio) AS ratio, sqrt(sum((CASE WHEN is_beside THEN f.sold - ratio * f.expected
          ELSE ratio * weight * (f.sold - f.expected) END) ** 2)) / any_value(p.expected) AS error,
        (${factor}) AS truth FROM fitted AS f, pooled AS p WHERE f.expected > 0`);
    assert.ok(found);
    const margin = OFF_ONE_IN_A_HUNDRED * found.error;
    assert.ok(
      Math.abs(found.ratio - found.truth) < margin && Math.abs(found.ratio - 1) > margin,
      JSON.stringify(found),
    );
  };

  await t.test('a companion sells more while what it goes with is on promotion', async () => {
    await factorIs(
      `SELECT any_value(raised_beside_a_promoted_antecedent) FROM ${truth('affinities')}`,
      `SELECT p.*, CASE WHEN o.item_code IS NULL THEN 0 ELSE 1 END AS promoted
      FROM plain AS p JOIN ${truth('affinities')} ON consequent = p.item_code
      LEFT JOIN offered AS o ON o.item_code = antecedent AND o.fortnight = p.fortnight`,
    );
  });

  await t.test('a product sells less while another look of it is on promotion', async () => {
    await factorIs(
      `SELECT any_value(kept_beside_a_promoted_sibling) FROM ${truth('price_elasticities')}`,
      `SELECT p.*, coalesce(promoted, 0) AS promoted FROM plain AS p
      LEFT JOIN (SELECT category, subcategory, fortnight, count(*) AS promoted FROM offered GROUP BY ALL)
        USING (category, subcategory, fortnight)`,
    );
  });

  await t.test('the last quarter of a category sells now and then, the rest on many days', async () => {
    // In the largest store, which holds everything: the share of days on which a product did not sell.
    const [found] = await bench.rows<{ last: number; others: number; most: number }>(`
      SELECT min(idle) FILTER (place > 27) AS last, max(idle) FILTER (place > 27) AS most,
        median(idle) FILTER (place <= 27) AS others
      FROM (SELECT 1 - count(DISTINCT day) / 210 AS idle,
          row_number() OVER (PARTITION BY category ORDER BY count(*) DESC, item_code) AS place
        FROM sales JOIN bronze.product_list USING (item_code) WHERE fulfilled_by = 'S-001' GROUP BY category, item_code)`);
    assert.ok(found && found.last > 0.85 && found.most < 1 && found.others < 0.6, JSON.stringify(found));
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
