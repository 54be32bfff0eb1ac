import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seededRandom } from '../draws.ts';
import { expectedSpend, fitGammaGamma, gammaGammaLogLikelihood } from './gamma-gamma.ts';
import { predictClv } from './predicted-clv.ts';
import { shoppers } from './shoppers.ts';

const buying = { r: 0.9, alpha: 4, a: 0.6, b: 3 };
const truth = { p: 6.25, q: 3.74, v: 15.44 };
const history = (frequency: number, monetary: number) => ({
  ...{ customer: 'one', frequency, recency: frequency === 0 ? 0 : 20, age: 30, monetary },
});

describe('the Gamma-Gamma model', () => {
  const people = shoppers(8000, buying, truth, 0, seededRandom(5)).map((person) => person.history);
  const fit = fitGammaGamma(people);

  test('is at least as likely at the estimate as at the truth, and finds it within three standard errors', () => {
    assert.equal(fit.grade, 'A');
    assert.ok((fit.logLikelihood ?? Number.NaN) >= gammaGammaLogLikelihood(truth, people));
    for (const name of ['p', 'q', 'v'] as const)
      assert.ok(Math.abs((fit.parameters?.[name] ?? 0) - truth[name]) < 3 * (fit.errors?.[name] ?? 0), name);
  });

  test('sees that spend does not go with frequency', () => assert.ok(Math.abs(fit.correlation ?? 1) < 0.05));

  test('expects the mean of all of a customer who bought once, and the own mean of one who bought often', () => {
    assert.equal(expectedSpend(truth, history(0, 0))?.toFixed(2), '35.22'); // p v / (q - 1)
    assert.ok(Math.abs((expectedSpend(truth, history(1000, 80)) ?? 0) - 80) < 0.1);
  });
});

describe('spend that says nothing gets a grade', () => {
  test('none at all, NaN, refunds', () => {
    const fit = fitGammaGamma([history(3, 0), history(2, Number.NaN), history(1, -5), history(0, 9)]);
    assert.deepEqual([fit.grade, fit.customers], ['none', 0]);
  });
  test('the same for everybody', () =>
    assert.equal(fitGammaGamma([history(3, 10), history(2, 10)]).because, 'all customers spend the same'));
});

describe('predicted CLV', () => {
  const terms = { horizon: 52, discountRate: Math.log(1.1) / 52, marginRate: 0.3, futures: 4000, level: 0.9 };
  const customer = history(6, 40);

  test('is the discounted margin of the futures, between the ends of its interval', () => {
    const clv = predictClv(buying, truth, customer, terms, seededRandom(1));
    const all = predictClv(
      buying,
      truth,
      customer,
      { ...terms, discountRate: 0, marginRate: 1 },
      seededRandom(1),
    );
    assert.ok(clv && all);
    assert.ok(clv.low < clv.predictedClv && clv.predictedClv < clv.high);
    const ratio = clv.predictedClv / all.predictedClv;
    assert.ok(ratio < 0.3 && ratio > 0.3 / 1.1, `${ratio}`);
  });

  test('is unknown where the spend model has no mean', () =>
    assert.equal(predictClv(buying, { ...truth, q: 0.9 }, history(0, 0), terms, seededRandom(1)), null));
});
