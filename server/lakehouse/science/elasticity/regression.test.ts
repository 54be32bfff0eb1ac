import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawNormal, seededRandom } from '../draws.ts';
import { denseReference, dummies } from './dense-reference.ts';
import { leastSquares, poissonPseudoLikelihood, type Regression } from './regression.ts';

const close = (actual: number | undefined, expected: number | undefined, tolerance = 1e-8) =>
  assert.ok(
    actual !== undefined &&
      expected !== undefined &&
      Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );

/** An unbalanced panel: stores and weeks, a third of the cells missing, errors that stores share. */
function panel(seed: number) {
  const random = seededRandom(seed);
  const storeShock = Array.from({ length: 12 }, () => drawNormal(random));
  const rows: { store: number; week: number; price: number; promotion: number; log: number; mean: number }[] =
    [];
  for (let store = 0; store < 12; store++)
    for (let week = 0; week < 15; week++) {
      if (random() < 0.35) continue;
      const price = 1 + 0.1 * store * random() + 0.2 * drawNormal(random);
      const promotion = random() < 0.3 ? 1 : 0;
      const mean = 2 - 1.8 * price + 0.4 * promotion + 0.1 * week + (storeShock[store] ?? 0);
      rows.push({ store, week, price, promotion, log: mean + 0.3 * drawNormal(random), mean });
    }
  const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
  const design = {
    names: ['price', 'promotion'],
    columns: [Float64Array.from(column('price')), Float64Array.from(column('promotion'))],
    effects: [
      { codes: Int32Array.from(column('store')), levels: 12 },
      { codes: Int32Array.from(column('week')), levels: 15 },
    ],
    cluster: { codes: Int32Array.from(column('store')), levels: 12 },
  };
  const dense = [
    ...[column('price'), column('promotion')],
    ...dummies(column('store'), 12, true),
    ...dummies(column('week'), 15, false),
  ];
  return { rows, column, design, dense };
}

function assertSame(
  regression: Regression,
  reference: { estimates: number[]; errors: number[] },
  tolerance: number,
) {
  for (const [i, { estimate, standardError }] of regression.terms.entries()) {
    close(estimate, reference.estimates[i], tolerance);
    close(standardError, reference.errors[i], tolerance);
  }
}

test('absorbing effects gives what least squares on all dummies gives, errors too', () => {
  for (const seed of [1, 2, 3]) {
    const { column, design, dense } = panel(seed);
    const y = column('log');
    const clustered = leastSquares(Float64Array.from(y), design);
    assertSame(clustered, denseReference(y, dense, column('store')), 1e-9);
    assert.deepEqual([clustered.parameters, clustered.degreesOfFreedom], [dense.length, 11]);
    const plain = leastSquares(Float64Array.from(y), { ...design, cluster: undefined });
    assertSame(plain, denseReference(y, dense, null), 1e-9);
    assert.equal(plain.degreesOfFreedom, y.length - dense.length);
  }
});

test('without effects a constant is estimated', () => {
  const { column, design, dense } = panel(4);
  const y = column('log');
  const regression = leastSquares(Float64Array.from(y), { ...design, effects: [] });
  assert.equal(regression.terms[0]?.name, '(intercept)');
  assertSame(regression, denseReference(y, [y.map(() => 1), ...dense.slice(0, 2)], column('store')), 1e-9);
});

test('Poisson pseudo-likelihood solves its equations, zeros among the counts', () => {
  const { column, design, dense } = panel(5);
  const random = seededRandom(6);
  const y = column('mean').map((mean) =>
    Math.max(0, Math.round(Math.exp(mean + 0.5 * drawNormal(random)) - 0.3)),
  );
  assert.ok(y.includes(0));
  const fit = poissonPseudoLikelihood(Float64Array.from(y), design);
  // The reference starts at the answer's own fit: one more weighted step on all dummies must not move it.
  let eta = y.map((count) => Math.log(count + 0.5));
  let reference = { estimates: [] as number[], errors: [] as number[] };
  for (let round = 0; round < 60; round++) {
    const mu = eta.map(Math.exp);
    const working = eta.map((value, row) => value + ((y[row] ?? 0) - (mu[row] ?? 0)) / (mu[row] ?? 1));
    const step = denseReference(working, dense, column('store'), mu);
    eta = working.map((value, row) => value - (step.residuals[row] ?? 0));
    reference = step;
  }
  assert.ok(fit.converged);
  assertSame(fit, reference, 1e-7);
});

test('a column that says nothing new is NaN and changes nothing else', () => {
  const { column, design } = panel(7);
  const y = Float64Array.from(column('log'));
  const storeSize = Float64Array.from(column('store'), (store) => store * store);
  const twice = { ...design, names: [...design.names, 'size'], columns: [...design.columns, storeSize] };
  const [without, with_] = [leastSquares(y, design), leastSquares(y, twice)];
  assert.ok(Number.isNaN(with_.terms[2]?.estimate));
  close(with_.terms[0]?.estimate, without.terms[0]?.estimate);
  assert.equal(with_.parameters, without.parameters);
});

test("Longley's data, which defeats careless arithmetic, gives NIST's certified values", () => {
  const read = (text: string) => Float64Array.from(text.split(' ').map(Number));
  const y = read(
    '60323 61122 60171 61187 63221 63639 64989 63761 66019 67857 68169 66513 68655 69564 69331 70551',
  );
  const columns = [
    '83.0 88.5 88.2 89.5 96.2 98.1 99.0 100.0 101.2 104.6 108.4 110.8 112.6 114.2 115.7 116.9',
    '234289 259426 258054 284599 328975 346999 365385 363112 397469 419180 442769 444546 482704 502601 518173 554894',
    '2356 2325 3682 3351 2099 1932 1870 3578 2904 2822 2936 4681 3813 3931 4806 4007',
    '1590 1456 1616 1650 3099 3594 3547 3350 3048 2857 2798 2637 2552 2514 2572 2827',
    '107608 108632 109773 110929 112075 113270 115094 116219 117388 118734 120445 121950 123366 125368 127852 130081',
    '1947 1948 1949 1950 1951 1952 1953 1954 1955 1956 1957 1958 1959 1960 1961 1962',
  ].map(read);
  const { terms } = leastSquares(y, { names: [...'abcdef'], columns, effects: [] });
  const certified = [
    [-3482258.63459582, 890420.383607373],
    [15.0618722713733, 84.9149257747669],
    [-0.035819179292591, 0.0334910077722432],
    [-2.02022980381683, 0.488399681651699],
    [-1.03322686717359, 0.214274163161675],
    [-0.0511041056535807, 0.22607320006937],
    [1829.15146461355, 455.478499142212],
  ];
  for (const [i, [estimate, error]] of certified.entries()) {
    close(terms[i]?.estimate, estimate, 1e-9);
    close(terms[i]?.standardError, error, 1e-9);
  }
});

test('what is tried on the remainder comes to what it would be if it were let in', () => {
  const { column, design } = panel(9);
  const y = Float64Array.from(column('log'));
  const squares = Float64Array.from(column('price'), (price) => price ** 2);
  const suspected = leastSquares(y, { ...design, suspects: { names: ['squares'], columns: [squares] } });
  const letIn = leastSquares(y, {
    ...design,
    names: [...design.names, 'squares'],
    columns: [...design.columns, squares],
  });
  close(suspected.suspects[0]?.estimate, letIn.terms[2]?.estimate);
  close(suspected.suspects[0]?.standardError, letIn.terms[2]?.standardError);
  assert.deepEqual(suspected.terms, leastSquares(y, design).terms);
});
