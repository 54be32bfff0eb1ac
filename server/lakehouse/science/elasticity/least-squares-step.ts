import { absorberOf } from './absorb-effects.ts';
import { effectRank } from './effect-rank.ts';
import { estimateErrors } from './estimate-errors.ts';
import { coefficientsOf, dot, type Projection, project } from './least-squares.ts';
import type { Design, Regression, Term } from './regression.ts';

export interface LeastSquaresStep {
  /** What design and effects leave unexplained. */
  readonly left: Float64Array;
  /** Errors without a cluster are those of equal variance, or robust. */
  report(unclustered: 'equal variance' | 'robust', converged: boolean): Regression;
}

/** (Weighted) least squares of y on the design with its effects absorbed. */
export function leastSquaresStep(y: Float64Array, design: Design, weights?: Float64Array): LeastSquaresStep {
  const absorb = absorberOf(design.effects, weights);
  const roots = weights?.map(Math.sqrt);
  const weigh = (column: Float64Array) =>
    roots ? column.map((value, row) => value * (roots[row] as number)) : column;
  const prepare = (columns: readonly Float64Array[]) => columns.map((column) => weigh(absorb(column)));
  const lengthsOf = (columns: readonly Float64Array[]) =>
    columns.map(weigh).map((it) => Math.sqrt(dot(it, it)));

  const columns = prepare(design.columns);
  const projection = project(columns, lengthsOf(design.columns));
  const target = absorb(y);
  const estimates = coefficientsOf(projection, weigh(target));
  const weighedLeft = withoutParts(weigh(target), projection.basis);
  const left = roots ? weighedLeft.map((value, row) => value / (roots[row] as number)) : weighedLeft;

  return {
    left,
    report(unclustered, converged) {
      const { cluster, suspects = { names: [], columns: [] } } = design;
      const absorbed = effectRank(design.effects);
      const n = y.length;
      const termsOf = (
        names: readonly string[],
        on: Projection,
        values: readonly number[],
        rest: Float64Array,
      ) => {
        const errors = estimateErrors(
          on,
          rest,
          n - absorbed - on.kept.length,
          cluster ?? unclustered,
          design.isJackknife,
        );
        return names.map((name, number): Term => {
          const place = on.kept.indexOf(number);
          return { name, estimate: values[place] ?? Number.NaN, standardError: errors[place] ?? Number.NaN };
        });
      };
      const allColumns = [...design.columns, ...suspects.columns];
      const wider = project([...columns, ...prepare(suspects.columns)], lengthsOf(allColumns));
      const widerTerms = termsOf(
        [...design.names, ...suspects.names],
        wider,
        coefficientsOf(wider, weighedLeft),
        withoutParts(weighedLeft, wider.basis),
      );
      const parameters = absorbed + projection.kept.length;
      return {
        terms: termsOf(design.names, projection, estimates, weighedLeft),
        suspects: widerTerms.slice(design.names.length),
        ...{ n, parameters, converged, clusters: cluster?.levels ?? null },
        degreesOfFreedom: cluster ? cluster.levels - 1 : n - parameters,
      };
    },
  };
}

/** What is left of a column after its parts along the basis. */
function withoutParts(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = column.slice();
  for (const direction of basis) {
    const part = dot(direction, left);
    for (let row = 0; row < left.length; row++)
      left[row] = (left[row] as number) - part * (direction[row] as number);
  }
  return left;
}
