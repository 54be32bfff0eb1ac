import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawNormal, seededRandom } from '../draws.ts';
import { elasticityRow } from './elasticity-rows.ts';
import { outcomeRows } from './outcome-rows.ts';
import type { PriceFacts } from './price-facts.ts';
import type { DemandCell, ProductDemand } from './product-demand.ts';
import { productElasticities } from './product-elasticities.ts';
import { recommendationRow } from './recommendation-rows.ts';

const WEEKS = Array.from({ length: 52 }, (_, week) =>
  new Date(Date.UTC(2025, 11, 1) + week * 7 * 86_400_000).toISOString().slice(0, 10),
);

/** A product of a category whose season doubles demand in its second half, priced anew every nine weeks. */
function product(
  id: string,
  elasticity: number,
  seed: number,
  change: Partial<DemandCell> = {},
): ProductDemand {
  const random = seededRandom(seed);
  let price = 10;
  const cells = WEEKS.map((week, at): DemandCell => {
    if (at % 9 === seed % 9) price = Math.round(100 * (8.6 + 2.8 * random())) / 100;
    const reduction = random() < 0.12 ? 0.2 : 0;
    const season = at < 26 ? 1 : 2;
    const mean = 60 * season * ((price * (1 - reduction)) / 10) ** elasticity * (reduction > 0 ? 1.15 : 1);
    const units = Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)));
    return {
      week,
      regularPrice: price,
      reduction,
      reducedBeside: 0,
      units,
      chance: 60,
      rivalGap: null,
      ...change,
    };
  });
  return { productId: id, category: 'Things', cells };
}

const CATEGORY = Array.from({ length: 40 }, (_, at) => product(`P${at}`, -2, at + 1));
const facts = (productId: string): PriceFacts => ({
  ...{ productId, asOf: '2026-11-29', price: 999, cost: 500, competitorPrice: null, competitors: 0 },
  ...{ isKeyValue: false, units28: 400, netSales28: 399_600, lowest30: 999, onHand: 100 },
});

test('the season of a category does not pass for the effect of prices that changed with it', () => {
  const found = productElasticities(CATEGORY);
  const mean = found.reduce((sum, { own }) => sum + own.elasticity.coefficient, 0) / found.length;
  assert.ok(Math.abs(mean / -2 - 1) < 0.05, String(mean));
  const held = found.filter(({ own: { elasticity } }) => elasticity.lower <= -2 && elasticity.upper >= -2);
  assert.ok(held.length >= 32, `${held.length} of 40 intervals hold it`);
  assert.ok(found.filter(({ evidence }) => evidence.grade === 'A').length >= 36);
});

test('every hopeless product has a grade, a reason and no recommendation, and spoils no other', () => {
  const hopeless: Record<string, ProductDemand> = {
    'never sold': product('X', -2, 3, { units: 0 }),
    'one price': product('X', -2, 3, { regularPrice: 10, reduction: 0 }),
    'constant sales': product('X', -2, 3, { units: 7, chance: 7 }),
    'sold once': { ...product('X', -2, 3), cells: product('X', -2, 3).cells.slice(0, 1) },
    'no weeks': { ...product('X', -2, 3), cells: [] },
    'not a number': product('X', -2, 3, { units: Number.NaN }),
    'no chance': product('X', -2, 3, { chance: 0 }),
    'huge counts': product('X', -2, 3, { units: 1e15 }),
  };
  for (const [what, demand] of Object.entries(hopeless)) {
    const found = productElasticities([...CATEGORY.slice(0, 8), demand]);
    const last = found.at(-1);
    assert.ok(last, what);
    if (!['huge counts', 'constant sales'].includes(what)) assert.equal(last.evidence.grade, 'none', what);
    const row = recommendationRow({ facts: facts('X'), demand, elasticity: last });
    if (last.evidence.grade === 'none') assert.equal(row?.reason, 'not enough evidence', what);
    assert.ok(
      found.slice(0, 8).every(({ own }) => Number.isFinite(own.elasticity.coefficient)),
      what,
    );
  }
});

test('elasticities that run away for want of sales are not said, and spoil no other', () => {
  const random = seededRandom(11);
  const sparse = Array.from({ length: 60 }, (_, at) => {
    const { category, cells } = product('', -2, at + 1);
    const few = cells.slice(0, 17).map((cell) => ({ ...cell, units: random() < 0.06 ? 1 : 0, chance: 0.06 }));
    return { productId: `few ${at}`, category, cells: few };
  });
  const some = CATEGORY.slice(0, 8);
  const found = productElasticities([...some, ...sparse]);
  const rows = found.map((elasticity, at) =>
    elasticityRow({ facts: facts(elasticity.productId), demand: [...some, ...sparse][at], elasticity }),
  );
  const said = rows.flatMap(({ own_elasticity, own_standard_error, promotion_uplift }) =>
    [own_elasticity, own_standard_error, promotion_uplift].filter((figure) => Number.isFinite(figure)),
  );
  assert.ok(said.length > 16 && said.every((figure) => Math.abs(Number(figure)) <= 100), said.join());
  assert.ok(
    found.some(({ own }) => Math.abs(own.elasticity.coefficient) > 100),
    'none ran away',
  );
  const alone = productElasticities(some);
  for (const [at, { own }] of alone.entries()) {
    const [one, other] = [own.elasticity.coefficient, found[at]?.own.elasticity.coefficient ?? Number.NaN];
    assert.ok(Math.abs(one - other) < 0.1, `${one} became ${other}`);
  }
});

test('a product that was never priced has no recommendation at all', () => {
  const unpriced = { ...facts('X'), price: null };
  assert.equal(recommendationRow({ facts: unpriced, demand: undefined, elasticity: undefined }), null);
});

/** What became of each change of a product's regular price. */
function outcomesOf(
  demand: ProductDemand,
  elasticity: ReturnType<typeof productElasticities>[number] | undefined,
) {
  const past = demand.cells.flatMap(({ week, regularPrice }, i) =>
    regularPrice === demand.cells[i - 1]?.regularPrice
      ? []
      : [{ productId: demand.productId, from: week, price: Math.round(100 * regularPrice), cost: 500 }],
  );
  return outcomeRows({ facts: facts(demand.productId), demand, elasticity }, past);
}

test('what became of a change of price is held against the price before, in the same season', () => {
  const found = productElasticities(CATEGORY);
  const rows = CATEGORY.flatMap((demand, at) => outcomesOf(demand, found[at]));
  assert.ok(rows.length > 80);
  const held = rows.filter(
    (row) =>
      Number(row.units_sold) >= Number(row.predicted_lower) &&
      Number(row.units_sold) <= Number(row.predicted_upper),
  );
  assert.ok(held.length >= 0.85 * rows.length, `${held.length} of ${rows.length}`);
  // Across all changes the season of the second half must not show as growth.
  const growth = rows.reduce(
    (sum, row) => sum + Math.log(Number(row.units_sold) / Number(row.units_predicted)),
    0,
  );
  assert.ok(Math.abs(growth / rows.length) < 0.03, String(growth / rows.length));
});

test('of a change of price whose effect could be anything, none is predicted', () => {
  const stopped = CATEGORY.map((demand) => ({
    ...demand,
    cells: demand.cells.map((cell, week) => (week < 18 ? cell : { ...cell, units: week % 9 === 0 ? 1 : 0 })),
  }));
  const found = productElasticities([...CATEGORY, ...stopped]);
  const rows = stopped.flatMap((demand, at) => outcomesOf(demand, found[CATEGORY.length + at]));
  assert.ok(rows.length > 10);
  for (const { units_predicted, predicted_upper } of rows)
    assert.ok(Number(predicted_upper) <= 10 * Number(units_predicted), `${predicted_upper}`);
});
