import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { seededRandom } from '../draws.ts';
import { bgNbdLogLikelihood, fitBgNbd } from './bg-nbd.ts';
import { expectedPurchases } from './expected-purchases.ts';
import { shoppers } from './shoppers.ts';

const truth = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const spend = { p: 6.25, q: 3.74, v: 15.44 };
const history = (frequency: number, recency: number, age: number) => ({
  ...{ customer: 'one', frequency, recency, age, monetary: 0 },
});

describe('the BG/NBD model', () => {
  const people = shoppers(20_000, truth, spend, 39, seededRandom(11));
  const histories = people.map((person) => person.history);
  const fit = fitBgNbd(histories);

  test('is at least as likely at the estimate as at the truth', () => {
    const { parameters, logLikelihood } = fit;
    assert.ok(parameters && logLikelihood !== null);
    assert.equal(bgNbdLogLikelihood(parameters, histories).toFixed(6), logLikelihood.toFixed(6));
    assert.ok(logLikelihood >= bgNbdLogLikelihood(truth, histories));
  });

  test('finds the truth within three standard errors', () => {
    assert.equal(fit.grade, 'A');
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      const away = Math.abs((fit.parameters?.[name] ?? 0) - truth[name]) / (fit.errors?.[name] ?? 0);
      assert.ok(away < 3, `${name} is ${away} standard errors off`);
    }
  });

  test('foretells the purchases of the next 39 weeks within 5 %', () => {
    const model = fit.parameters ?? truth;
    const expected = histories.reduce((sum, one) => sum + expectedPurchases(model, one, 39), 0);
    const actual = people.reduce((sum, { later }) => sum + later, 0);
    assert.ok(Math.abs(expected / actual - 1) < 0.05, `${expected} expected, ${actual} made`);
  });

  test('does not depend on the unit of time but for alpha and the density of time', () => {
    const some = histories.slice(0, 3000);
    const weeks = fitBgNbd(some);
    const days = fitBgNbd(some.map((one) => ({ ...one, recency: one.recency * 7, age: one.age * 7 })));
    const near = (one = 0, other = 0) =>
      assert.ok(Math.abs(one / other - 1) < 1e-3, `${one} is not ${other}`);
    near(days.parameters?.r, weeks.parameters?.r);
    near(days.parameters?.alpha, 7 * (weeks.parameters?.alpha ?? 0));
    near(days.parameters?.a, weeks.parameters?.a);
  });
});

test('the likelihood of one history is the density of the paper, multiplied out', () => {
  // x = 1, t = 2, T = 3 with r = a = b = 1: G(2)/G(1) B(1,2)/B(1,1) alpha / (alpha + 3)^2 + B(2,1)/B(1,1) alpha / (alpha + 2)^2
  const alpha = 4;
  const byHand = (0.5 * alpha) / (alpha + 3) ** 2 + (0.5 * alpha) / (alpha + 2) ** 2;
  const found = bgNbdLogLikelihood({ r: 1, alpha, a: 1, b: 1 }, [history(1, 2, 3)]);
  assert.ok(Math.abs(found - Math.log(byHand)) < 1e-12);
});

describe('customers who cannot be told apart get a grade, not a crash', () => {
  test('nobody and one customer', () => {
    assert.equal(fitBgNbd([]).because, 'fewer than two customers');
    assert.equal(fitBgNbd([history(3, 20, 30)]).grade, 'none');
  });
  test('nobody bought again', () => {
    const fit = fitBgNbd(Array.from({ length: 50 }, (_, i) => history(0, 0, 10 + i)));
    assert.deepEqual(
      [fit.grade, fit.because, fit.parameters],
      ['none', 'no customer ever bought again', null],
    );
  });
  test('everybody is the same', () => {
    const fit = fitBgNbd(Array.from({ length: 50 }, () => history(4, 20, 30)));
    assert.equal(fit.grade, 'C');
  });
  test('impossible histories are left out and counted', () => {
    const odd = [
      history(Number.NaN, 1, 2),
      history(1, 5, 2),
      history(0, 3, 9),
      history(2, -1, 4),
      history(1, 1, Number.NaN),
    ];
    assert.deepEqual([fitBgNbd(odd).leftOut, fitBgNbd(odd).grade], [5, 'none']);
  });
  test('counts of a million', () => {
    const fit = fitBgNbd([
      history(1_000_000, 29, 30),
      history(900_000, 25, 30),
      history(0, 0, 30),
      history(3, 2, 30),
    ]);
    assert.ok(Number.isFinite(fit.logLikelihood));
  });
});
