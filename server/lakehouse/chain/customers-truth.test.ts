import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildLake } from '../build-lake.ts';
import { currentBuild } from '../lake-folders.ts';
import { type BgNbd, bgNbdLogLikelihood } from '../science/customers/bg-nbd.ts';
import type { PurchaseHistory } from '../science/customers/purchase-history.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { DEFAULT_CHAIN } from './chain-plan.ts';
import { generatedChain } from './source.ts';

/** A part of chain S: as many products and as busy stores, so that its truths can be seen as well. */
const STORES = Number(process.env['TRUTH_STORES'] ?? 3);
const PLAN = { ...DEFAULT_CHAIN, stores: STORES };
/** Below this chance alone moves eight weeks of purchases by more than what is asked. */
const ENOUGH_STORES = 5;

test('what gold says of baskets and customers of the chain, held against its truth', async (t) => {
  const root = trialFolder(t);
  await buildLake(root, generatedChain(PLAN), trialEffects());
  const ask = async <Row>(sql: string) => (await askLake(root, sql)) as unknown as Row[];
  const truth = (name: string) => `read_parquet('${join(currentBuild(root), 'truth', `${name}.parquet`)}')`;
  const bronze = (name: string) => `read_parquet('${join(currentBuild(root), 'bronze', name, '*.parquet')}')`;

  await t.test(
    'every planted affinity is found, and of all that is found at most one in twenty is an accident',
    async () => {
      const rules = await ask<{ rule: string }>(
        `SELECT concat(antecedent, ' ', consequent) AS rule FROM gold.affinity_rules
        WHERE level = 'product' AND store_format = 'all' AND season = 'all'`,
      );
      const planted = await ask<{ rule: string }>(
        `SELECT unnest([concat(antecedent, ' ', consequent), concat(consequent, ' ', antecedent)]) AS rule FROM ${truth('affinities')}`,
      );
      const found = new Set(rules.map(({ rule }) => rule));
      const missing = planted.filter(({ rule }) => !found.has(rule));
      const accidents = found.size - (planted.length - missing.length);
      assert.deepEqual(missing, []);
      assert.ok(accidents <= 0.05 * found.size, `${accidents} accidents of ${found.size} rules`);
    },
  );

  await t.test(
    'the fit of purchases is at least as likely as the rates and losses that made them',
    async () => {
      const histories = await ask<PurchaseHistory>(
        `WITH days AS (SELECT DISTINCT card, CAST(till_time[1:10] AS DATE) AS day FROM ${bronze('pos/till_lines')}
          WHERE kind = 'SALE' AND card IS NOT NULL)
        SELECT card AS customer, CAST(count(*) - 1 AS INTEGER) AS frequency, CAST(max(day) - min(day) AS DOUBLE) / 7 AS recency,
          CAST(DATE '2026-11-22' - min(day) AS DOUBLE) / 7 AS age, 0 AS monetary FROM days GROUP BY card`,
      );
      const measures = await ask<{ measure: string; value: number }>(
        "SELECT measure, CAST(value AS DOUBLE) AS value FROM gold.customer_models WHERE model = 'bg_nbd'",
      );
      const value = (name: string) => measures.find(({ measure }) => measure === name)?.value ?? Number.NaN;
      const fitted = { r: value('r'), alpha: value('alpha'), a: value('a'), b: value('b') };
      const logLikelihood = bgNbdLogLikelihood(fitted, histories);
      assert.ok(Math.abs(logLikelihood / value('log_likelihood') - 1) < 1e-6, `${logLikelihood}`);
      const [made] = await ask<{ rate: number; spread: number; loss: number; lossSpread: number }>(
        `SELECT avg(7 * visits_per_day) AS rate, var_pop(7 * visits_per_day) AS spread, avg(dropout) AS loss,
        var_pop(dropout) AS "lossSpread" FROM ${truth('customers')}`,
      );
      assert.ok(made);
      const whole = (made.loss * (1 - made.loss)) / made.lossSpread - 1;
      const true_: BgNbd = {
        ...{ r: made.rate ** 2 / made.spread, alpha: made.rate / made.spread },
        ...{ a: made.loss * whole, b: (1 - made.loss) * whole },
      };
      assert.ok(logLikelihood >= bgNbdLogLikelihood(true_, histories), JSON.stringify({ fitted, true_ }));
    },
  );

  await t.test(
    'a fit without the last eight weeks foresees their purchases to within one in twenty',
    { skip: STORES < ENOUGH_STORES && 'too few customers; npm run prove has enough' },
    async () => {
      const measures = await ask<{ measure: string; value: number }>(
        "SELECT measure, CAST(value AS DOUBLE) AS value FROM gold.customer_models WHERE model = 'backtest'",
      );
      const value = (name: string) => measures.find(({ measure }) => measure === name)?.value ?? Number.NaN;
      const error = value('expected_purchases') / value('actual_purchases') - 1;
      assert.ok(Math.abs(error) < 0.05, `${JSON.stringify(measures)}`);
    },
  );

  await t.test(
    'scores part the active customers into fifths, and every customer who ever bought has a segment',
    async () => {
      const [found] = await ask<Record<string, number | boolean>>(
        `SELECT (SELECT CAST(max(customers) - min(customers) AS INTEGER) FROM gold.rfm_cut_points) AS unequal,
        (SELECT count(*) FROM gold.customer_metrics) = (SELECT count(*) FROM gold.customer_predictions) AS everybody,
        (SELECT bool_and((segment = 'lapsed') = (recency_score IS NULL)) FROM gold.customer_predictions) AS scored`,
      );
      assert.ok(Number(found?.['unequal']) <= 1);
      assert.deepEqual([found?.['everybody'], found?.['scored']], [true, true]);
    },
  );

  await t.test(
    'a suggestion is a product the customer lacks or buys again, and never bought what goes with nothing',
    async () => {
      const wrong = await ask(
        `WITH own AS (SELECT DISTINCT c.customer_key, l.product_id FROM silver.transaction_lines AS l
          JOIN silver.customers AS c ON c.customer_id = l.customer_id AND c.is_current
          WHERE line_type = 'sale' AND business_date > DATE '2026-11-22' - 364)
        SELECT n.customer_key, n.product_id, reason FROM gold.next_best_products AS n
        LEFT JOIN own AS has ON has.customer_key = n.customer_key AND has.product_id = n.product_id
        LEFT JOIN own AS goes ON goes.customer_key = n.customer_key AND goes.product_id = n.because_product_id
        WHERE (reason = 'repurchase') IS DISTINCT FROM (has.product_id IS NOT NULL)
          OR (reason = 'affinity') IS DISTINCT FROM (goes.product_id IS NOT NULL) LIMIT 3`,
      );
      assert.deepEqual(wrong, []);
    },
  );
});
