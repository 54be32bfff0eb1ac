/** Least squares through an orthonormal basis: columns = basis x upper triangle. */
export interface Projection {
  /** One per column that is no combination of those before it. */
  readonly basis: readonly Float64Array[];
  /** Which columns those are. */
  readonly kept: readonly number[];
  /** Inverse of the upper triangle, row by row, for the kept columns. */
  readonly inverse: readonly Float64Array[];
}

/** A column left with less than this share of its length after the others is a combination of them. */
const COLLINEAR = 1e-9;

/**
 * Orthogonalises columns (modified Gram-Schmidt, twice: to rounding error). `lengths` are what the columns' lengths
 * are judged by, when effects were already taken out of them.
 */
export function project(columns: readonly Float64Array[], lengths: readonly number[]): Projection {
  const basis: Float64Array[] = [];
  const kept: number[] = [];
  const triangle: number[][] = [];
  for (const [number, column] of columns.entries()) {
    const left = column.slice();
    const parts = basis.map(() => 0);
    for (const _ of ['once', 'and again'])
      for (const [b, direction] of basis.entries()) {
        const part = dot(direction, left);
        parts[b] = (parts[b] ?? 0) + part;
        for (let row = 0; row < left.length; row++)
          left[row] = (left[row] as number) - part * (direction[row] as number);
      }
    const length = Math.sqrt(dot(left, left));
    if (!(length > COLLINEAR * (lengths[number] ?? 0))) continue;
    basis.push(left.map((value) => value / length));
    kept.push(number);
    triangle.push([...parts, length]);
  }
  return { basis, kept, inverse: invertColumns(triangle) };
}

/** Coefficients of the kept columns. */
export const coefficientsOf = ({ basis, inverse }: Projection, y: Float64Array): number[] => {
  const along = basis.map((direction) => dot(direction, y));
  return inverse.map((row) => row.reduce((sum, value, k) => sum + value * (along[k] ?? 0), 0));
};

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += (a[row] as number) * (b[row] as number);
  return sum;
}

/** Inverts an upper triangle given by its columns; answers rows. */
function invertColumns(columns: readonly (readonly number[])[]): Float64Array[] {
  const size = columns.length;
  const inverse = columns.map(() => new Float64Array(size));
  for (let target = 0; target < size; target++)
    for (let row = target; row >= 0; row--) {
      let sum = row === target ? 1 : 0;
      for (let k = row + 1; k <= target; k++) sum -= (columns[k]?.[row] ?? 0) * (inverse[k]?.[target] ?? 0);
      (inverse[row] as Float64Array)[target] = sum / (columns[row]?.[row] ?? 0);
    }
  return inverse;
}
