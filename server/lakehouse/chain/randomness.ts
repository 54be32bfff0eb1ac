/**
 * `uniform(tag, key)`: a number in [0, 1) that depends on nothing but the seed and its arguments, so that rows come
 * out equal whatever order or thread they are made in. MD5 because it is the same in every version of the engine.
 */
export function uniformMacro(seed: number): string {
  return `CREATE OR REPLACE MACRO uniform(tag, key) AS
    CAST(md5_number_lower(concat(${seed}, '/', tag, '/', key)) >> 11 AS DOUBLE) / 9007199254740992`;
}

/** Above this mean a Poisson number is near enough to a rounded logistic one of the same variance. */
const LARGEST_EXACT = 8;
const TERMS = 24;

/** `poisson(u, mean)`: the Poisson number of that mean at the quantile u; the smallest n with P(N <= n) > u. */
export function poissonMacro(): string {
  const cumulative = Array.from({ length: TERMS }, (_, n) => {
    const polynomial = Array.from({ length: n }, (_, i) => n - i).reduce(
      (inner, i) => `(1 + mean / ${i} * ${inner})`,
      '1',
    );
    return `WHEN u < exp(-mean) * ${polynomial} THEN ${n}`;
  });
  return `CREATE OR REPLACE MACRO poisson(u, mean) AS CAST(CASE
    WHEN mean > ${LARGEST_EXACT} THEN greatest(0, round(mean + sqrt(mean) * 0.5513 * ln((u + 1e-12) / (1 - u))))
    ${cumulative.join(' ')} ELSE ${TERMS} END AS INTEGER)`;
}
