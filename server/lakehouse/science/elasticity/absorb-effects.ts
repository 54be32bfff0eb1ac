import { areFewLevels, twoEffectAbsorber } from './two-effects.ts';

/** A categorical column: row r has level codes[r], from 0 to levels - 1. */
export interface Effect {
  readonly codes: Int32Array;
  readonly levels: number;
}

const TOLERANCE = 1e-13;
const MOST_STEPS = 5_000;

/**
 * Makes a function that takes the effects out of a column: what is left of it after weighted least squares on a
 * dummy per level. Two effects of which one has few levels are solved at one go, others go round and round.
 */
export function absorberOf(
  effects: readonly Effect[],
  weights?: Float64Array,
): (column: Float64Array) => Float64Array {
  const [first, second, third] = effects;
  if (first && second && !third && areFewLevels(first, second))
    return twoEffectAbsorber(first, second, weights);
  return roundAbsorber(effects, weights);
}

/**
 * Alternating projections (Halperin's theorem) made symmetric and sped up by conjugate gradients
 * (Correia 2016), until another round would change it by less than 1e-13 of its length.
 */
export function roundAbsorber(
  effects: readonly Effect[],
  weights?: Float64Array,
): (column: Float64Array) => Float64Array {
  const shares = effects.map(({ codes, levels }) => {
    const total = new Float64Array(levels);
    for (let row = 0; row < codes.length; row++) {
      const level = codes[row] as number;
      total[level] = (total[level] as number) + (weights ? (weights[row] as number) : 1);
    }
    return total;
  });
  const takeOut = (column: Float64Array, which: number) => {
    const { codes, levels } = effects[which] as Effect;
    const total = shares[which] as Float64Array;
    const mean = new Float64Array(levels);
    for (let row = 0; row < column.length; row++) {
      const level = codes[row] as number;
      mean[level] =
        (mean[level] as number) + (column[row] as number) * (weights ? (weights[row] as number) : 1);
    }
    for (let level = 0; level < levels; level++)
      mean[level] = (total[level] as number) > 0 ? (mean[level] as number) / (total[level] as number) : 0;
    for (let row = 0; row < column.length; row++)
      column[row] = (column[row] as number) - (mean[codes[row] as number] as number);
  };
  /** One round through all effects and back, on a copy. */
  const round = (column: Float64Array) => {
    const copy = column.slice();
    for (let which = 0; which < effects.length; which++) takeOut(copy, which);
    for (let which = effects.length - 2; which >= 0; which--) takeOut(copy, which);
    return copy;
  };
  const product = (a: Float64Array, b: Float64Array) => {
    let sum = 0;
    for (let row = 0; row < a.length; row++)
      sum += (a[row] as number) * (b[row] as number) * (weights ? (weights[row] as number) : 1);
    return sum;
  };

  return (column) => {
    if (effects.length === 0) return column.slice();
    // A second round takes out what rounding left of the first; for a single effect that is all.
    let left: Float64Array = round(round(column));
    if (effects.length === 1) return left;
    const enough = TOLERANCE ** 2 * product(column, column);
    let change: Float64Array = difference(left, round(left));
    let direction: Float64Array = change.slice();
    let size = product(change, change);
    for (let step = 0; step < MOST_STEPS && size > enough; step++) {
      const turned = difference(direction, round(direction));
      const curvature = product(direction, turned);
      if (!(curvature > 0)) break;
      const length = size / curvature;
      left = combined(left, -length, direction);
      change = combined(change, -length, turned);
      const next = product(change, change);
      direction = combined(change, next / size, direction);
      size = next;
    }
    return round(left);
  };
}

const difference = (a: Float64Array, b: Float64Array) => combined(a, -1, b);

/** a + factor x b. */
function combined(a: Float64Array, factor: number, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length);
  for (let row = 0; row < a.length; row++) sum[row] = (a[row] as number) + factor * (b[row] as number);
  return sum;
}
