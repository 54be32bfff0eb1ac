import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { minorUnits } from './money.ts';
import { pairStores, priceBridge, type SalesBridge, type StorePair, trafficBridge } from './sales-bridge.ts';
import { NO_MEASURES, type StoreFigures, type StoreMeasures } from './store-figures.ts';

/** Counter sales of visits × conversion × units × price, and orders online; amounts in pennies. */
const measures = (
  visits: number,
  tickets: number,
  units: number,
  counter: bigint,
  online = 0n,
): StoreMeasures => ({
  ...NO_MEASURES,
  netSales: minorUnits(counter + online),
  tradingDays: 7,
  counterNetSales: minorUnits(counter),
  visits,
  countedNetSales: minorUnits(counter),
  countedTransactions: tickets,
  countedUnits: units,
});
const pair = (before: StoreMeasures, now: StoreMeasures): StorePair => ({ storeId: 'S-001', now, before });
const part = (bridge: SalesBridge, name: string) => bridge.parts.find((one) => one.name === name)?.amount;
const total = ({ parts }: SalesBridge) => parts.reduce((sum, { amount }) => sum + amount, 0n);

describe('why sales moved at the door', () => {
  test('twice the people and all else equal is traffic alone', () => {
    const bridge = trafficBridge([pair(measures(100, 20, 40, 100_000n), measures(200, 40, 80, 200_000n))]);
    assert.equal(part(bridge, 'traffic'), 100_000n);
    for (const name of ['conversion', 'upt', 'aur']) assert.equal(part(bridge, name), 0n, name);
  });

  test('higher prices and all else equal are average unit retail alone', () => {
    const bridge = trafficBridge([pair(measures(100, 20, 40, 100_000n), measures(100, 20, 40, 130_000n))]);
    assert.equal(part(bridge, 'aur'), 30_000n);
    assert.equal(part(bridge, 'traffic'), 0n);
  });

  test('two factors that double share the gain alike', () => {
    const bridge = trafficBridge([pair(measures(100, 20, 40, 100_000n), measures(200, 80, 160, 400_000n))]);
    assert.equal(part(bridge, 'traffic'), 150_000n);
    assert.equal(part(bridge, 'conversion'), 150_000n);
  });

  test('orders online, new stores and closed ones stand by themselves', () => {
    const here = measures(100, 20, 40, 100_000n, 5_000n);
    const bridge = trafficBridge([
      pair(here, { ...here, netSales: minorUnits(112_000n) }),
      { storeId: 'S-002', before: NO_MEASURES, now: measures(10, 2, 4, 7_000n) },
      { storeId: 'S-003', before: measures(10, 2, 4, 9_000n), now: NO_MEASURES },
    ]);
    assert.equal(part(bridge, 'online'), 7_000n);
    assert.equal(part(bridge, 'newStores'), 7_000n);
    assert.equal(part(bridge, 'closedStores'), -9_000n);
    assert.deepEqual([bridge.from, bridge.to], [114_000n, 119_000n]);
  });

  test('a store whose people were not counted says nothing of traffic', () => {
    const uncounted = {
      ...measures(0, 0, 0, 0n),
      netSales: minorUnits(100n),
      counterNetSales: minorUnits(100n),
    };
    const bridge = trafficBridge([
      pair(uncounted, { ...uncounted, netSales: minorUnits(150n), counterNetSales: minorUnits(150n) }),
    ]);
    assert.equal(part(bridge, 'uncounted'), 50n);
    assert.equal(part(bridge, 'traffic'), 0n);
  });
});

describe('why sales moved in the basket', () => {
  const sold = {
    netSales: minorUnits(0n),
    basisNetSales: minorUnits(0n),
    units: 0,
    basisUnits: 0,
    unitsAtBasisPrices: minorUnits(0n),
    basisUnitsAtPrices: minorUnits(0n),
  };
  /** Units and prices of two products, then and now. */
  const products = (then: readonly [number, number][], now: readonly [number, number][]) => {
    const value = (a: readonly [number, number][], b: readonly [number, number][]) =>
      minorUnits(BigInt(a.reduce((sum, [units], at) => sum + units * (b[at]?.[1] ?? 0), 0)));
    const units = (a: readonly [number, number][]) => a.reduce((sum, [count]) => sum + count, 0);
    return {
      netSales: value(now, now),
      basisNetSales: value(then, then),
      units: units(now),
      basisUnits: units(then),
      unitsAtBasisPrices: value(now, then),
      basisUnitsAtPrices: value(then, now),
    };
  };
  const store = (netSales: bigint) => ({ ...NO_MEASURES, netSales: minorUnits(netSales), tradingDays: 7 });

  test('the same products at higher prices is price alone', () => {
    const goods = products(
      [
        [10, 100],
        [20, 50],
      ],
      [
        [10, 110],
        [20, 55],
      ],
    );
    const bridge = priceBridge([pair(store(2_000n), store(2_200n))], goods);
    assert.deepEqual([bridge && part(bridge, 'price'), bridge && part(bridge, 'mix')], [200n, 0n]);
  });

  test('more of the dearer product at the same prices is mix, and more of all is volume', () => {
    const dearer = priceBridge(
      [pair(store(2_000n), store(2_500n))],
      products(
        [
          [10, 100],
          [20, 50],
        ],
        [
          [20, 100],
          [10, 50],
        ],
      ),
    );
    assert.deepEqual(dearer && [part(dearer, 'mix'), part(dearer, 'volume'), part(dearer, 'price')], [
      500n,
      0n,
      0n,
    ]);
    const more = priceBridge(
      [pair(store(2_000n), store(4_000n))],
      products(
        [
          [10, 100],
          [20, 50],
        ],
        [
          [20, 100],
          [40, 50],
        ],
      ),
    );
    assert.deepEqual(more && [part(more, 'volume'), part(more, 'mix')], [2_000n, 0n]);
  });

  test('what sold in one of the periods only is range', () => {
    const goods = products([[10, 100]], [[10, 100]]);
    const bridge = priceBridge([pair(store(1_000n), store(1_300n))], goods);
    assert.equal(bridge && part(bridge, 'range'), 300n);
  });

  test('nothing that sold in both gives no bridge', () => {
    assert.equal(priceBridge([pair(store(1n), store(2n))], sold), null);
  });
});

const amount = fc.bigInt({ min: -50_000n, max: 900_000_000n });
const count = fc.integer({ min: 0, max: 90_000 });
const anyStore: fc.Arbitrary<StoreFigures> = fc
  .record({
    storeId: fc.constantFrom('S-001', 'S-002', 'S-003', 'S-004', 'S-005'),
    ...{ netSales: amount, counterNetSales: amount, countedNetSales: amount },
    ...{
      visits: count,
      countedTransactions: count,
      countedUnits: count,
      tradingDays: fc.integer({ min: 0, max: 3 }),
    },
  })
  .map((figures) => ({ ...NO_MEASURES, ...figures }) as StoreFigures);
const chain = fc.uniqueArray(anyStore, { selector: ({ storeId }) => storeId, maxLength: 5 });

test('the parts of a bridge sum to the change to the penny, whatever the stores did', () => {
  fc.assert(
    fc.property(chain, chain, (period, basis) => {
      const bridge = trafficBridge(pairStores(period, basis));
      assert.equal(total(bridge), bridge.to - bridge.from);
      const sum = (stores: readonly StoreFigures[]) =>
        stores.reduce((all, { netSales }) => all + netSales, 0n);
      assert.deepEqual([bridge.from, bridge.to], [sum(basis), sum(period)]);
    }),
    { seed: 20261125, numRuns: 2_000 },
  );
});

test('price, volume and mix sum to the change to the penny, whatever was sold', () => {
  const goods = fc.record({
    netSales: amount,
    basisNetSales: amount,
    unitsAtBasisPrices: amount,
    basisUnitsAtPrices: amount,
    units: count,
    basisUnits: count,
  });
  fc.assert(
    fc.property(chain, chain, goods, (period, basis, sold) => {
      const bridge = priceBridge(
        pairStores(period, basis),
        sold as unknown as Parameters<typeof priceBridge>[1],
      );
      if (bridge) assert.equal(total(bridge), bridge.to - bridge.from);
    }),
    { seed: 20261126, numRuns: 2_000 },
  );
});

test('going back undoes every part', () => {
  fc.assert(
    fc.property(chain, chain, (period, basis) => {
      const there = trafficBridge(pairStores(period, basis));
      const back = trafficBridge(pairStores(basis, period));
      // A penny of rounding may fall to another part on the way back.
      for (const name of ['traffic', 'conversion', 'upt', 'aur', 'online'])
        assert.ok(Math.abs(Number((part(there, name) ?? 0n) + (part(back, name) ?? 0n))) <= 1, name);
    }),
    { seed: 20261127, numRuns: 500 },
  );
});
