import type { Effect } from './absorb-effects.ts';

/** Work in a factorisation, and cells of a table, above which going round and round is cheaper. */
const MOST_WORK = 5e7;
const MOST_CELLS = 4e6;
/** A pivot below this share of the level's weight is that of a level which the others determine. */
const DETERMINED = 1e-12;

export const areFewLevels = (first: Effect, second: Effect): boolean => {
  const [many, few] = bySize(first, second);
  return many.levels * few.levels ** 2 <= MOST_WORK && many.levels * few.levels <= MOST_CELLS;
};

const bySize = (first: Effect, second: Effect) =>
  first.levels >= second.levels ? ([first, second] as const) : ([second, first] as const);

/**
 * Takes two effects out of columns at one go: the normal equations of the effect with many levels are diagonal, so
 * what is left to solve is as large as the one with few (their Schur complement, by Cholesky).
 */
export function twoEffectAbsorber(
  first: Effect,
  second: Effect,
  weights?: Float64Array,
): (column: Float64Array) => Float64Array {
  const [many, few] = bySize(first, second);
  const rows = many.codes.length;
  const size = few.levels;
  const together = new Float64Array(many.levels * size);
  const manyTotal = new Float64Array(many.levels);
  for (let row = 0; row < rows; row++) {
    const m = many.codes[row] as number;
    const weight = weights ? (weights[row] as number) : 1;
    const cell = m * size + (few.codes[row] as number);
    together[cell] = (together[cell] as number) + weight;
    manyTotal[m] = (manyTotal[m] as number) + weight;
  }
  const root = factorise(complement(together, manyTotal, size), columnSums(together, size));

  const takeOut = (column: Float64Array): Float64Array => {
    const manyMean = new Float64Array(many.levels);
    const fewPart = new Float64Array(size);
    for (let row = 0; row < rows; row++) {
      const value = (column[row] as number) * (weights ? (weights[row] as number) : 1);
      const m = many.codes[row] as number;
      const f = few.codes[row] as number;
      manyMean[m] = (manyMean[m] as number) + value;
      fewPart[f] = (fewPart[f] as number) + value;
    }
    for (let m = 0; m < many.levels; m++) {
      const mean = (manyMean[m] as number) / (manyTotal[m] as number);
      manyMean[m] = mean;
      for (let f = 0; f < size; f++)
        fewPart[f] = (fewPart[f] as number) - (together[m * size + f] as number) * mean;
    }
    solve(root, fewPart);
    for (let m = 0; m < many.levels; m++) {
      let part = 0;
      for (let f = 0; f < size; f++) part += (together[m * size + f] as number) * (fewPart[f] as number);
      manyMean[m] = (manyMean[m] as number) - part / (manyTotal[m] as number);
    }
    const left = new Float64Array(rows);
    for (let row = 0; row < rows; row++)
      left[row] =
        (column[row] as number) -
        (manyMean[many.codes[row] as number] as number) -
        (fewPart[few.codes[row] as number] as number);
    return left;
  };
  // Taken out again, what rounding left of the first time goes too.
  return (column) => takeOut(takeOut(column));
}

function complement(together: Float64Array, manyTotal: Float64Array, size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let m = 0; m < manyTotal.length; m++)
    for (let i = 0; i < size; i++) {
      const cell = together[m * size + i] as number;
      if (cell === 0) continue;
      matrix[i * size + i] = (matrix[i * size + i] as number) + cell;
      const share = cell / (manyTotal[m] as number);
      for (let j = 0; j <= i; j++)
        matrix[i * size + j] = (matrix[i * size + j] as number) - share * (together[m * size + j] as number);
    }
  return matrix;
}

function columnSums(table: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  for (let cell = 0; cell < table.length; cell++)
    sums[cell % size] = (sums[cell % size] as number) + (table[cell] as number);
  return sums;
}

/** Cholesky in place, row by row below the diagonal; a determined level gets an infinite pivot and so a part of 0. */
function factorise(matrix: Float64Array, weightOf: Float64Array): Float64Array {
  const size = weightOf.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) sum -= (matrix[i * size + k] as number) * (matrix[j * size + k] as number);
      if (j < i) matrix[i * size + j] = sum / (matrix[j * size + j] as number);
      else
        matrix[i * size + i] =
          sum > DETERMINED * (weightOf[i] as number) ? Math.sqrt(sum) : Number.POSITIVE_INFINITY;
    }
  }
  return matrix;
}

function solve(root: Float64Array, values: Float64Array): void {
  const size = values.length;
  for (let i = 0; i < size; i++) {
    let sum = values[i] as number;
    for (let k = 0; k < i; k++) sum -= (root[i * size + k] as number) * (values[k] as number);
    values[i] = sum / (root[i * size + i] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = values[i] as number;
    for (let k = i + 1; k < size; k++) sum -= (root[k * size + i] as number) * (values[k] as number);
    values[i] = sum / (root[i * size + i] as number);
  }
}
