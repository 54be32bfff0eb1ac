import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawGamma, drawPoisson, seededRandom } from '../draws.ts';
import { demandQuantile, normalQuantile } from './demand-quantile.ts';
import { inventoryPosition, orderQuantity, protectedDemand, stockLevels } from './order-policy.ts';

const demand = { meanDemand: 20, demandDeviation: 5, leadTime: 4, leadTimeDeviation: 1, reviewPeriod: 0 };

test('the reorder point is lead-time demand and the deviates of demand and lead time', () => {
  // d L + z root(L s_d^2 + d^2 s_L^2) = 80 + 1.645 x root(100 + 400)
  const { reorderPoint, safetyStock } = stockLevels(demand, demandQuantile(0.95));
  assert.equal(reorderPoint, Math.ceil(80 + 1.6448536 * Math.sqrt(500)));
  assert.equal(safetyStock, reorderPoint - 80);
});

test('a review period is waited for as the lead time is', () =>
  assert.deepEqual(protectedDemand({ ...demand, reviewPeriod: 3 }), { mean: 140, variance: 7 * 25 + 400 }));

test('normal quantiles are those of the tables', () => {
  for (const [level, z] of [
    [0.5, 0],
    [0.9, 1.2815516],
    [0.975, 1.959964],
    [0.999, 3.0902323],
    [0.001, -3.0902323],
  ] as const)
    assert.ok(Math.abs(normalQuantile(level) - z) < 1e-6, `${level}`);
});

test('slow sellers whose demand comes in bursts are covered as often as promised', () => {
  const random = seededRandom(2);
  const level = demandQuantile(0.95)(4, 12);
  const covered = Array.from({ length: 20_000 }, () => drawPoisson(drawGamma(2, 0.5, random), random)).filter(
    (units) => units <= level,
  );
  assert.ok(covered.length / 20_000 >= 0.945 && covered.length / 20_000 < 0.98, `${covered.length}`);
});

test('orders are whole packs, at least the minimum, enough, and none too many', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: -50, max: 500 }),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 48 }),
      fc.integer({ min: 0, max: 200 }),
      (position, reorderPoint, cycle, packSize, minimumOrder) => {
        const levels = { reorderPoint, orderUpToLevel: reorderPoint + cycle, safetyStock: 0 };
        const units = orderQuantity(position, levels, { packSize, minimumOrder });
        if (position > reorderPoint) return assert.equal(units, 0);
        assert.equal(units % packSize, 0);
        assert.ok(units >= minimumOrder && position + units >= levels.orderUpToLevel);
        assert.ok(units - packSize < Math.max(minimumOrder, levels.orderUpToLevel - position));
      },
    ),
  ));

test('a higher service level, a longer or less sure lead time never needs less stock', () =>
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 60, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (mean, deviation) => {
        const given = { ...demand, meanDemand: mean, demandDeviation: deviation };
        const at = (level: number, more: Partial<typeof demand> = {}) =>
          stockLevels({ ...given, ...more }, demandQuantile(level)).reorderPoint;
        assert.ok(at(0.99) >= at(0.9));
        const protectedMean = protectedDemand(given).mean;
        if (protectedMean > 30)
          assert.ok(at(0.9, { leadTime: 6 }) >= at(0.9) && at(0.9, { leadTimeDeviation: 3 }) >= at(0.9));
      },
    ),
  ));

test('inventory position counts what is coming and what is owed', () =>
  assert.equal(
    inventoryPosition({ onHand: 10, onOrder: 24, inTransit: 6, allocated: 3, backOrdered: 2 }),
    35,
  ));
