import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { countColumn } from './columns.ts';
import { goldQuery } from './gold-query.ts';
import { requireAdditive } from './require-additive.ts';

const refusal = (sql: string, addedUp = {}) => {
  try {
    requireAdditive('a.question', sql, addedUp);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof TypeError);
    return error.message;
  }
};

describe('what a question sums', () => {
  test('may be sales, units and stock of one day', () => {
    for (const sql of [
      'SELECT SUM(d.net_sales) AS a FROM gold.store_day AS d',
      'SELECT SUM(CAST(d.units AS bigint)) AS a, SUM(ISNULL(d.cogs, 0)) AS b FROM gold.sales_daily AS d',
      'SELECT SUM(p.on_hand) AS a FROM gold.inventory_positions AS p',
      'SELECT s.snapshot_date AS day, SUM(s.on_hand) AS a FROM gold.stock_levels AS s GROUP BY s.snapshot_date',
      'SELECT SUM(s.on_hand) AS a FROM gold.stock_levels AS s WHERE s.snapshot_date = @day',
    ])
      assert.equal(refusal(sql), undefined, sql);
  });

  test('is no price, rate, statistic or key, however it is wrapped', () => {
    const price = 'a.question: gold.products.unit_cost may not be added up';
    assert.equal(refusal('SELECT SUM(p.unit_cost) AS a FROM gold.products AS p'), price);
    assert.equal(
      refusal('SELECT SUM(CAST(p.unit_cost AS decimal(18,4))) AS a FROM gold.products AS p'),
      price,
    );
    assert.equal(
      refusal('SELECT SUM(CASE WHEN 1 = 1 THEN ISNULL(p.unit_cost, 0) END) AS a FROM gold.products AS p'),
      price,
    );
    assert.match(
      refusal('SELECT SUM(s.lead_time_mean) AS a FROM gold.supplier_performance AS s') ?? '',
      /lead_time_mean/,
    );
    assert.match(refusal('SELECT SUM(h.hour_of_day) AS a FROM gold.sales_hourly AS h') ?? '', /hour_of_day/);
    assert.match(refusal('SELECT SUM(f.p90_units) AS a FROM gold.demand_forecast AS f') ?? '', /p90_units/);
    assert.match(refusal('SELECT SUM(r.greatest) AS a FROM gold.rfm_cut_points AS r') ?? '', /greatest/);
    assert.match(refusal('SELECT SUM(c.fiscal_week) AS a FROM gold.calendar AS c') ?? '', /fiscal_week/);
  });

  test('is no stock over days, unless the question says what it makes of it', () => {
    const sql =
      'SELECT s.store_id AS a, SUM(s.value_at_cost) AS b FROM gold.stock_levels AS s GROUP BY s.store_id';
    assert.equal(refusal(sql), 'a.question: gold.stock_levels.value_at_cost may not be added up over days');
    assert.equal(refusal(sql, { 'gold.stock_levels.value_at_cost': 'Divided by the days' }), undefined);
  });

  test('is nothing that stands in several rows, unless the question says that it reads one of them', () => {
    const sql = 'SELECT f.business_date AS a, SUM(f.mean_units) AS b FROM gold.forecast_levels AS f';
    assert.equal(refusal(sql), 'a.question: gold.forecast_levels.mean_units may not be added up');
    assert.equal(refusal(sql, { 'gold.forecast_levels.mean_units': 'Of one level and origin' }), undefined);
  });

  test('may hold a price in a condition, or times a quantity', () => {
    const sql = `SELECT SUM(CASE WHEN p.unit_cost > 5 THEN p.on_hand ELSE 0 END) AS a, SUM(p.unit_cost * p.on_hand) AS b,
      SUM(p.on_hand * CAST(p.unit_cost AS decimal(18,4))) AS c FROM gold.inventory_positions AS p`;
    assert.equal(refusal(sql), undefined);
  });

  test('is no price that a common table expression hands on under another name', () => {
    const sql = `WITH known AS (SELECT p.product_id AS id, p.regular_price AS shelf FROM gold.products AS p)
      SELECT SUM(k.shelf) AS a FROM known AS k`;
    assert.equal(refusal(sql), 'a.question: gold.products.regular_price may not be added up');
  });
});

test('a question that sums what does not add up cannot be declared', () => {
  assert.throws(
    () =>
      goldQuery({
        name: 'test.sum-of-costs',
        params: z.strictObject({}),
        sql: 'SELECT SUM(i.unit_cost) AS total FROM gold.inventory_positions AS i WHERE inScope(i.store_id)',
        row: z.object({ total: countColumn() }),
      }),
    {
      name: 'TypeError',
      message: 'test.sum-of-costs: gold.inventory_positions.unit_cost may not be added up',
    },
  );
});
