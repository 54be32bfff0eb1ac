export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly converged: boolean;
}

const ROUNDS = 12;
const STEPS_PER_DIMENSION = 400;

/**
 * Least value of a function of a few unknowns by Nelder and Mead's simplex (1965), started again from its own answer
 * until a fresh simplex finds nothing better: a collapsed simplex is the method's known way of stopping too soon.
 * Values that are not finite count as infinitely bad.
 */
export function minimise(f: (point: Float64Array) => number, start: Float64Array): Minimum {
  let best = descend(f, start, 0.5);
  for (let round = 1; round < ROUNDS; round++) {
    const next = descend(f, best.point, 0.1);
    const gained = best.value - next.value;
    if (next.value < best.value) best = next;
    if (gained <= 1e-9 * (1 + Math.abs(best.value)))
      return { ...best, converged: Number.isFinite(best.value) };
  }
  return { ...best, converged: false };
}

interface Vertex {
  readonly point: Float64Array;
  readonly value: number;
}

function descend(f: (point: Float64Array) => number, start: Float64Array, size: number): Vertex {
  const at = (point: Float64Array): Vertex => {
    const value = f(point);
    return { point, value: Number.isFinite(value) ? value : Number.POSITIVE_INFINITY };
  };
  let simplex = [
    at(start),
    ...Array.from(start, (_, axis) => at(start.map((x, i) => (i === axis ? x + size : x)))),
  ];
  for (let step = 0; step < STEPS_PER_DIMENSION * start.length; step++) {
    simplex.sort((one, other) => one.value - other.value);
    const best = simplex[0] as Vertex;
    const worst = simplex.at(-1) as Vertex;
    if (worst.value - best.value <= 1e-12 * (1 + Math.abs(best.value))) break;
    const centre = start.map(
      (_, i) => simplex.slice(0, -1).reduce((sum, v) => sum + (v.point[i] ?? 0), 0) / start.length,
    );
    const along = (share: number) => at(centre.map((x, i) => x + share * (x - (worst.point[i] ?? 0))));
    const reflected = along(1);
    let replacement = reflected;
    if (reflected.value < best.value) {
      const expanded = along(2);
      if (expanded.value < reflected.value) replacement = expanded;
    } else if (reflected.value >= (simplex.at(-2)?.value ?? 0)) {
      replacement = reflected.value < worst.value ? along(0.5) : along(-0.5);
    }
    if (replacement.value < worst.value) simplex[simplex.length - 1] = replacement;
    else
      simplex = simplex.map((v) =>
        v === best ? v : at(v.point.map((x, i) => ((best.point[i] ?? 0) + x) / 2)),
      );
  }
  return simplex.reduce((one, other) => (other.value < one.value ? other : one));
}
