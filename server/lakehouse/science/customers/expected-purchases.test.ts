import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seededRandom } from '../draws.ts';
import {
  expectedPurchases,
  forecastPurchases,
  probabilityAlive,
  purchaseCountChances,
  purchasesFromBirth,
} from './expected-purchases.ts';
import { shoppers } from './shoppers.ts';

/** As the BTYD package's walk-through prints them for the CDNOW sample, in weeks. */
const cdnow = { r: 0.2425945, alpha: 4.4136019, a: 0.7929199, b: 2.4258881 };
const history = (frequency: number, recency: number, age: number) => ({
  ...{ customer: 'one', frequency, recency, age, monetary: 0 },
});

describe('published answers for the CDNOW sample', () => {
  test('a new customer makes 1.444 repeat purchases in a year', () =>
    assert.equal(purchasesFromBirth(cdnow, 52).toFixed(3), '1.444'));

  test('customer 1516 makes 25.76 more in a year and is there with 0.9689', () => {
    const customer = history(26, 30.86, 31);
    assert.equal(expectedPurchases(cdnow, customer, 52).toFixed(2), '25.76');
    assert.equal(probabilityAlive(cdnow, customer).toFixed(4), '0.9689');
  });

  test('two purchases, the last in week 30.43 of 38.86, promise 1.226 in 39 weeks', () =>
    assert.equal(
      expectedPurchases({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, history(2, 30.43, 38.86), 39).toFixed(
        3,
      ),
      '1.226',
    ));

  test('the more often somebody bought who then fell silent, the surer the loss', () => {
    const expected = [10, 15, 20, 25].map((often) => expectedPurchases(cdnow, history(often, 20, 39), 52));
    assert.deepEqual(
      expected.map((purchases) => purchases.toPrecision(3)),
      ['0.347', '0.0428', '0.00416', '0.000358'],
    );
  });
});

describe('the chances of purchase counts', () => {
  test('add up to one, and to the expected count', () => {
    const model = { r: 1.7, alpha: 3, a: 1.4, b: 3.1 };
    let total = 0;
    let mean = 0;
    let count = 0;
    for (const chance of purchaseCountChances(model, 10)) {
      total += chance;
      mean += chance * count;
      if (++count > 400) break;
    }
    assert.ok(Math.abs(total - 1) < 1e-9, `${total}`);
    assert.ok(Math.abs(mean - purchasesFromBirth(model, 10)) < 1e-6, `${mean}`);
  });

  test('give intervals that hold nine of ten customers at least', () => {
    const people = shoppers(5000, cdnow, { p: 6, q: 4, v: 15 }, 39, seededRandom(3));
    const held = people.filter(({ history: past, later }) => {
      const { low, high } = forecastPurchases(cdnow, past, 39);
      return low <= later && later <= high;
    });
    assert.ok(held.length / people.length >= 0.89, `${held.length}`);
  });

  test('say how many will not come back', () => {
    const people = shoppers(5000, cdnow, { p: 6, q: 4, v: 15 }, 39, seededRandom(4));
    const foreseen = people.reduce(
      (sum, { history: past }) => sum + forecastPurchases(cdnow, past, 39).churnProbability,
      0,
    );
    const gone = people.filter(({ later }) => later === 0).length;
    assert.ok(Math.abs(foreseen / gone - 1) < 0.02, `${foreseen} ${gone}`);
  });

  test('no time ahead means no purchases', () =>
    assert.deepEqual(forecastPurchases(cdnow, history(3, 20, 30), 0), {
      ...{
        probabilityAlive: probabilityAlive(cdnow, history(3, 20, 30)),
        churnProbability: 1,
        expected: 0,
        low: 0,
        high: 0,
      },
    }));
});

test('expectation is continuous where the formula divides by nought', () => {
  const at = (a: number) => purchasesFromBirth({ ...cdnow, a }, 52);
  assert.ok(Math.abs(at(1) - (at(0.999) + at(1.001)) / 2) < 1e-4);
});
