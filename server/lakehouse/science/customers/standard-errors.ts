/**
 * Standard errors at a maximum of a likelihood: square roots of the diagonal of the inverse of the negative
 * log-likelihood's second derivatives, taken by central differences. Null where the surface is flat or no bowl.
 */
export function standardErrors(
  negativeLogLikelihood: (point: Float64Array) => number,
  at: Float64Array,
): number[] | null {
  const size = at.length;
  const step = 1e-3;
  const moved = (i: number, di: number, j: number, dj: number) => {
    const point = at.slice();
    point[i] = (point[i] ?? 0) + di * step;
    point[j] = (point[j] ?? 0) + dj * step;
    return negativeLogLikelihood(point);
  };
  const bowl = Array.from({ length: size }, (_, i) =>
    Array.from(
      { length: size },
      (_, j) =>
        (moved(i, 1, j, 1) - moved(i, 1, j, -1) - moved(i, -1, j, 1) + moved(i, -1, j, -1)) /
        (4 * step * step),
    ),
  );
  const inverse = invertPositive(bowl);
  return inverse?.map((row, i) => Math.sqrt(row[i] ?? 0)) ?? null;
}

/** Inverse of a symmetric positive definite matrix by Gauss and Jordan; null where a pivot is not positive. */
function invertPositive(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < size; k++) {
    const pivotRow = rows[k] ?? [];
    const pivot = pivotRow[k] ?? 0;
    if (!(pivot > 1e-10)) return null;
    const scaled = pivotRow.map((x) => x / pivot);
    rows[k] = scaled;
    for (let i = 0; i < size; i++)
      if (i !== k) rows[i] = (rows[i] ?? []).map((x, j) => x - (rows[i]?.[k] ?? 0) * (scaled[j] ?? 0));
  }
  return rows.map((row) => row.slice(size));
}

/**
 * What an estimate rests on. A: every parameter within half of itself (standard error). B: within one and a half
 * times itself. C: the data leave a direction open. none: not estimable.
 */
export type EvidenceGrade = 'A' | 'B' | 'C' | 'none';

/** Grade of log-parameters, whose standard errors are relative ones. */
export function gradeOf(converged: boolean, relativeErrors: readonly number[] | null): EvidenceGrade {
  if (!converged || relativeErrors === null) return 'C';
  const widest = Math.max(...relativeErrors);
  if (widest <= 0.5) return 'A';
  return widest <= 1.5 ? 'B' : 'C';
}

export const BECAUSE: Readonly<Record<EvidenceGrade, string>> = {
  A: '',
  B: 'some parameter is known only to within its own size',
  C: 'the likelihood is flat in some direction: these customers cannot tell the parameters apart',
  none: '',
};
