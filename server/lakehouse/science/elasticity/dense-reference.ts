/**
 * Regression on all dummies by the textbook's normal equations and Gaussian elimination: slow, plain, and sharing no
 * line with the code it is compared with.
 */
export function denseReference(
  y: readonly number[],
  columns: readonly (readonly number[])[],
  cluster: readonly number[] | null,
  weights: readonly number[] = y.map(() => 1),
): { estimates: number[]; errors: number[]; residuals: number[] } {
  const [n, k] = [y.length, columns.length];
  const sum = (value: (row: number) => number) => y.reduce((total, _, row) => total + value(row), 0);
  const cell = (column: number, row: number) => columns[column]?.[row] ?? 0;
  const gram = columns.map((_, i) =>
    columns.map((_, j) => sum((row) => cell(i, row) * cell(j, row) * (weights[row] ?? 0))),
  );
  const inverse = invert(gram);
  const moments = columns.map((_, i) => sum((row) => cell(i, row) * (y[row] ?? 0) * (weights[row] ?? 0)));
  const estimates = inverse.map((row) =>
    row.reduce((total, value, j) => total + value * (moments[j] ?? 0), 0),
  );
  const residuals = y.map(
    (value, row) => value - estimates.reduce((total, b, j) => total + b * cell(j, row), 0),
  );
  const groups = cluster ? [...new Set(cluster)] : [];
  const scores = groups.map((group) =>
    columns.map((_, j) =>
      sum((row) =>
        cluster?.[row] === group ? cell(j, row) * (residuals[row] ?? 0) * (weights[row] ?? 0) : 0,
      ),
    ),
  );
  const g = groups.length;
  const errors = inverse.map((row, i) => {
    if (!cluster)
      return Math.sqrt(((inverse[i]?.[i] ?? 0) * residuals.reduce((s, e) => s + e * e, 0)) / (n - k));
    const meat = scores.reduce(
      (s, score) => s + row.reduce((t, value, j) => t + value * (score[j] ?? 0), 0) ** 2,
      0,
    );
    return Math.sqrt((g / (g - 1)) * ((n - 1) / (n - k)) * meat);
  });
  return { estimates, errors, residuals };
}

/** 1 where the row has the level; the first level left out unless all are wanted. */
export const dummies = (codes: readonly number[], levels: number, all: boolean): number[][] =>
  Array.from({ length: levels }, (_, level) => level)
    .slice(all ? 0 : 1)
    .map((level) => codes.map((code) => (code === level ? 1 : 0)));

function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column; row < size; row++)
      if (Math.abs(work[row]?.[column] ?? 0) > Math.abs(work[pivot]?.[column] ?? 0)) pivot = row;
    const top = work[pivot] ?? [];
    work[pivot] = work[column] ?? [];
    work[column] = top.map((value) => value / (top[column] ?? 1));
    for (let row = 0; row < size; row++) {
      const factor = work[row]?.[column] ?? 0;
      if (row !== column && factor !== 0)
        work[row] = (work[row] ?? []).map((value, j) => value - factor * (work[column]?.[j] ?? 0));
    }
  }
  return work.map((row) => row.slice(size));
}
