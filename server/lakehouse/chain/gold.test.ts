import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { maskEmail, maskName, maskPhone } from '#lib/masking.ts';
import { monthOfModel } from '#server/gold/cetas.ts';
import { GOLD_TABLES, MODEL_TABLES } from '#server/gold/contract.ts';
import { goldModel } from '#server/gold/model.ts';
import { emailHash } from '#server/shared/email-hash.ts';
import { bronzeFolder } from '../bronze-tree.ts';
import { buildLake } from '../build-lake.ts';
import { currentBuild } from '../lake-folders.ts';
import { askLake, trialEffects, trialFolder } from '../trial.ts';
import { translateTsql } from '../tsql/translate-tsql.ts';
import { DEFAULT_CHAIN } from './chain-plan.ts';
import { generatedChain } from './source.ts';

const KEY = 'a key that only this test knows, and longer than a block of sixty-four bytes';

test('what gold says of the chain is what its systems sent', async (t) => {
  const root = trialFolder(t);
  await buildLake(root, generatedChain({ ...DEFAULT_CHAIN, stores: 6, products: 48, days: 140 }), {
    ...trialEffects(),
    hashKey: KEY,
  });
  const bronze = (name: string) =>
    `read_parquet('${join(bronzeFolder(currentBuild(root), name), '*.parquet')}')`;
  const one = async (sql: string) => (await askLake(root, sql))[0];
  const none = async (sql: string) => assert.deepEqual(await askLake(root, sql), []);
  const tills = `(SELECT DISTINCT * EXCLUDE (source_file, source_line) FROM ${bronze('till_lines')})`;

  await t.test('a customer of several tickets, lines and loyalty events is counted once', async () => {
    await none(`
      WITH sent AS (SELECT card, CAST(sum(CAST(quantity AS int) * CAST(unit_price AS decimal(12,2)) - CAST(discount AS decimal(12,2)))
          AS decimal(18,2)) AS net, count(DISTINCT receipt_number) FILTER (kind = 'SALE') AS tickets
        FROM ${tills} WHERE card IS NOT NULL GROUP BY card),
      saved AS (SELECT card, sum(CAST(points AS int)) AS points FROM ${bronze('loyalty_events')} GROUP BY card)
      SELECT card FROM ${bronze('members')} LEFT JOIN sent USING (card) LEFT JOIN saved USING (card)
      LEFT JOIN (SELECT DISTINCT customer_id, customer_key FROM silver.customers) ON customer_id = card
      LEFT JOIN gold.customer_360 AS c USING (customer_key)
      WHERE (coalesce(net, 0), coalesce(tickets, 0), coalesce(points, 0))
        IS DISTINCT FROM (c.net_sales, c.transactions, c.points_balance)`);
  });

  await t.test(
    'who moved house did so on the day and to the store that the loyalty scheme says',
    async () => {
      const moved = `SELECT customer_key, CAST(changed_on AS date) AS event_date, home_store AS detail FROM (
        SELECT *, lag(home_store) OVER (PARTITION BY card ORDER BY changed_on) AS before FROM ${bronze('member_versions')})
      JOIN silver.customers ON customer_id = card AND is_current WHERE home_store <> before`;
      const told = "SELECT customer_key, event_date, detail FROM gold.customer_events WHERE kind = 'moved'";
      assert.ok((await askLake(root, moved)).length > 50);
      await none(`(${moved}) EXCEPT ALL (${told})`);
      await none(`(${told}) EXCEPT ALL (${moved})`);
    },
  );

  await t.test('the categories of a customer are those of most spend, in its order', async () => {
    await none(`
      WITH spent AS (SELECT card, category, sum(CAST(quantity AS int) * CAST(unit_price AS decimal(12,2)) - CAST(discount AS decimal(12,2))) AS net
        FROM ${tills} JOIN ${bronze('product_list')} USING (item_code) WHERE card IS NOT NULL GROUP BY ALL HAVING net > 0)
      SELECT card FROM (SELECT card, array_to_string(list(category ORDER BY net DESC, category)[1:3], ', ') AS top FROM spent GROUP BY card)
      JOIN silver.customers ON customer_id = card AND is_current JOIN gold.customer_360 USING (customer_key)
      WHERE top IS DISTINCT FROM top_categories`);
  });

  await t.test(
    'a position is the stock list, what is still to come and what is kept for somebody',
    async () => {
      await none(`
      WITH came AS (SELECT order_number, line_number, sum(CAST(units AS int)) AS units FROM ${bronze('deliveries')} GROUP BY ALL),
      due AS (SELECT store_code, item_code, sum(CAST(ordered AS int) - coalesce(units, 0)) AS units
        FROM ${bronze('order_lines')} LEFT JOIN came USING (order_number, line_number)
        WHERE closed_on IS NULL OR closed_on > '2026-11-22' GROUP BY ALL),
      sent AS (SELECT to_store AS store_code, item_code, sum(CAST(units AS int)) AS units
        FROM ${bronze('transfers')} WHERE received_on IS NULL GROUP BY ALL),
      kept AS (SELECT store_code, item_code, sum(CAST(units AS int)) AS units
        FROM ${bronze('reservations')} WHERE released_on IS NULL GROUP BY ALL)
      SELECT s.store_code FROM ${bronze('stock_list')} AS s LEFT JOIN due USING (store_code, item_code)
      LEFT JOIN sent USING (store_code, item_code) LEFT JOIN kept USING (store_code, item_code)
      FULL JOIN gold.inventory_positions ON store_id = store_code AND product_id = item_code
      WHERE (CAST(s.on_hand AS int), CAST(s.on_hand AS int) - coalesce(kept.units, 0),
          CAST(s.on_hand AS int) + coalesce(due.units, 0) + coalesce(sent.units, 0) - coalesce(kept.units, 0))
        IS DISTINCT FROM (inventory_positions.on_hand, available_to_sell, inventory_position)`);
      const coming = await one(
        `SELECT sum(on_order) > 0 AS something, min(on_order) >= 0 AS never_less, sum(reserved) > 0 AS some_kept,
        min(available_to_sell) >= 0 AS no_more_than_there_is FROM gold.inventory_positions`,
      );
      assert.deepEqual(coming, {
        something: true,
        never_less: true,
        some_kept: true,
        no_more_than_there_is: true,
      });
    },
  );

  await t.test('what moves demand is known for each store and day, a quarter ahead', async () => {
    assert.deepEqual(
      await one(`SELECT CAST(max(business_date) AS varchar) AS last, count(*) = 6 * (140 + 91) AS each_day,
        CAST(max(business_date) FILTER (is_weather_forecast) AS varchar) AS last_foreseen,
        CAST(min(business_date) FILTER (is_weather_forecast) AS varchar) AS first_foreseen,
        string_agg(DISTINCT public_holiday, ', ' ORDER BY public_holiday) AS holidays,
        bool_or(is_open) FILTER (business_date = DATE '2026-12-25') AS open_at_christmas FROM gold.demand_drivers`),
      {
        last: '2027-02-21',
        each_day: true,
        last_foreseen: '2026-12-06',
        first_foreseen: '2026-11-23',
        holidays: "Boxing Day, Christmas Day, New Year's Day, Summer bank holiday",
        open_at_christmas: false,
      },
    );
    await none(`SELECT d.store_id, d.business_date FROM gold.demand_drivers AS d
      FULL JOIN gold.store_day AS s USING (store_id, business_date) JOIN gold.lake_status ON business_date <= last_closed_date
      WHERE d.is_open IS DISTINCT FROM (s.store_id IS NOT NULL)`);
  });

  await t.test('what Synapse would write of a month is what stands in its folder here', async () => {
    for (const table of MODEL_TABLES.filter(({ partitionedOn }) => partitionedOn)) {
      const columns = Object.keys(table.columns).join(', ');
      const { sql } = translateTsql(monthOfModel(table, goldModel(table), '2026-10'));
      const here = `SELECT ${columns} FROM gold.${table.name} WHERE year = 2026 AND month = 10`;
      assert.ok((await askLake(root, `${here} LIMIT 1`)).length > 0, table.name);
      await none(`(${sql}) EXCEPT ALL (${here})`);
      await none(`(${here}) EXCEPT ALL (${sql})`);
    }
  });

  await t.test('OTIF and lead times are those of the orders and deliveries', async () => {
    await none(`
      WITH lines AS (
        SELECT supplier_code, CAST(ordered AS int) AS ordered, max(CAST(d.received_on AS date)) - CAST(any_value(ordered_on) AS date) AS days,
          coalesce(sum(CAST(units AS int)) FILTER (d.received_on <= promised_on), 0) AS punctual
        FROM ${bronze('order_lines')} LEFT JOIN ${bronze('deliveries')} AS d USING (order_number, line_number)
        WHERE CAST(promised_on AS date) BETWEEN DATE '2026-11-22' - 90 AND DATE '2026-11-22'
        GROUP BY supplier_code, order_number, line_number, ordered)
      SELECT supplier_id FROM (SELECT supplier_code, count(*) AS due, count(*) FILTER (punctual = ordered) AS otif,
          quantile_disc(days, 0.9) AS p90, avg(days) AS mean, var_pop(days) AS variance FROM lines GROUP BY supplier_code)
      FULL JOIN gold.supplier_performance ON supplier_id = supplier_code
      WHERE (due, otif, p90) IS DISTINCT FROM (lines_due, lines_on_time_in_full, lead_time_p90)
        OR abs(mean - lead_time_mean) > 0.001 OR abs(variance - lead_time_variance) > 0.001`);
  });

  await t.test(
    'of personal details gold shows the masks and keyed hashes that the words define',
    async () => {
      const people = await askLake(
        root,
        `SELECT full_name, email, phone, full_name_mask, email_mask, phone_mask, m.email_hash
      FROM silver.customer_contacts JOIN silver.customers USING (customer_id) JOIN gold.customer_masks AS m USING (customer_key)
      WHERE is_current`,
      );
      assert.equal(people.length, 6_000);
      for (const { full_name, email, phone, ...shown } of people)
        assert.deepEqual(shown, {
          full_name_mask: maskName(String(full_name)),
          email_mask: maskEmail(String(email)),
          phone_mask: maskPhone(String(phone)),
          email_hash: emailHash(String(email).toUpperCase(), KEY),
        });
    },
  );

  await t.test(
    'the day of a store is its tills, its door, its floor, its target and what a count found',
    async () => {
      await none(`
      WITH sent AS (SELECT store_code, CAST(till_time[1:10] AS date) AS day,
          CAST(sum(CAST(quantity AS int) * CAST(unit_price AS decimal(12,2)) - CAST(discount AS decimal(12,2))) AS decimal(18,2)) AS net,
          CAST(sum(CAST(quantity AS int) * CAST(unit_price AS decimal(12,2)) - CAST(discount AS decimal(12,2)))
            FILTER (channel = 'store') AS decimal(18,2)) AS counter_net,
          sum(CAST(quantity AS int)) FILTER (channel = 'store') AS counter_units,
          count(DISTINCT receipt_number) FILTER (kind = 'SALE' AND channel = 'store') AS counter_tickets
        FROM ${tills} GROUP BY ALL),
      counted AS (SELECT store_code, CAST(day AS date) AS day, sum(-CAST(units AS int) * CAST(unit_cost AS decimal(12,2))) AS missing
        FROM ${bronze('stock_events')} AS e JOIN ${bronze('price_list')} AS p USING (item_code)
        WHERE kind = 'count' AND e.day >= p.valid_from AND (p.valid_to IS NULL OR e.day < p.valid_to) GROUP BY ALL),
      worked AS (SELECT store_code, CAST(day AS date) AS day, CAST(visits AS int) AS visits,
        CAST(labour_hours AS decimal(18,2)) AS hours, CAST(planned_hours AS decimal(18,2)) AS planned FROM ${bronze('store_activity')}),
      asked AS (SELECT store_code, CAST(day AS date) AS day, CAST(net_sales_target AS decimal(18,2)) AS target FROM ${bronze('targets')})
      SELECT store_id, business_date FROM gold.store_operations
      FULL JOIN sent ON sent.store_code = store_id AND sent.day = business_date
      LEFT JOIN counted ON counted.store_code = store_id AND counted.day = business_date
      LEFT JOIN worked ON worked.store_code = store_id AND worked.day = business_date
      LEFT JOIN asked ON asked.store_code = store_id AND asked.day = business_date
      WHERE (coalesce(net, 0), coalesce(counter_net, 0), coalesce(sent.counter_units, 0), coalesce(counter_tickets, 0),
          coalesce(missing, 0), worked.visits, worked.hours, worked.planned, target)
        IS DISTINCT FROM (net_sales, counter_net_sales, store_operations.counter_units, counter_transactions,
          shrink_cost, store_operations.visits, labour_hours, planned_hours, net_sales_target)`);
      const { gap } = (await one(
        `SELECT abs(1 - sum(planned_hours) / sum(labour_hours)) AS gap FROM gold.store_operations`,
      )) as {
        gap: number;
      };
      assert.ok(gap > 0 && gap < 0.1, `plan and floor part by ${gap}`);
    },
  );

  await t.test('stock at cost and on the shelf is what moved up to the day', async () => {
    await none(`
      WITH moved AS (
        SELECT store_code, item_code, CAST(day AS date) AS day, CAST(units AS int) AS units FROM ${bronze('stock_events')}
        UNION ALL SELECT fulfilled_by, item_code, CAST(till_time[1:10] AS date), -CAST(quantity AS int) FROM ${tills}),
      held AS (SELECT snapshot_date, store_code, item_code, sum(units) AS on_hand FROM moved
        JOIN (SELECT DISTINCT snapshot_date FROM gold.stock_levels WHERE snapshot_date >= DATE '2026-11-14') ON day <= snapshot_date
        GROUP BY ALL),
      levels AS (SELECT snapshot_date, store_code, count(*) AS ranged, count(*) FILTER (on_hand > 0) AS there,
          sum(greatest(on_hand, 0) * CAST(unit_cost AS decimal(12,2))) AS value
        FROM held JOIN ${bronze('price_list')} AS p USING (item_code)
        WHERE snapshot_date >= CAST(p.valid_from AS date) AND (p.valid_to IS NULL OR snapshot_date < CAST(p.valid_to AS date))
        GROUP BY ALL)
      SELECT store_code FROM levels FULL JOIN (SELECT * FROM gold.stock_levels WHERE snapshot_date >= DATE '2026-11-14') AS g
        ON g.store_id = store_code AND g.snapshot_date = levels.snapshot_date
      WHERE (ranged, there, value) IS DISTINCT FROM (ranged_products, products_in_stock, value_at_cost)`);
  });

  await t.test('a store that is shut for works, or new, or gone, is not comparable', async () => {
    await none(`SELECT store_id, week_from FROM gold.store_performance JOIN silver.stores USING (store_id)
      WHERE is_comp AND (closed_on <= week_from + 6 OR (remodel_from <= week_from + 6 AND remodel_to >= week_from)
        OR opened_on > week_from - 364)`);
    assert.deepEqual(await one('SELECT count(DISTINCT is_comp) AS both FROM gold.store_performance'), {
      both: 2n,
    });
  });
});

test('no gold model reads how people paid, nor their names but to mask them and to say so', () => {
  for (const table of MODEL_TABLES) {
    assert.doesNotMatch(goldModel(table), /payment|last_four/, table.name);
    if (!['customer_contacts', 'customer_masks'].includes(table.name))
      assert.doesNotMatch(goldModel(table), /customer_contacts|full_name|email|phone/, table.name);
  }
  for (const table of GOLD_TABLES) assert.equal('customer_id' in table.columns, false, table.name);
});
