import { criticalT, twoSidedP } from '../student-t.ts';

/** What is known of an elasticity: its estimate with its uncertainty, Student's t about it. */
export interface ElasticityBelief {
  readonly coefficient: number;
  readonly standardError: number;
  /** Infinity where the error itself is sure, as after shrinking over many products. */
  readonly degreesOfFreedom: number;
}

/** Gauss and Hermite's nine points: a mean over a normal is a weighted mean over these. */
const POINTS: readonly (readonly [distance: number, weight: number])[] = [
  [0, 0.4063492063492063],
  [1.0232556637891326, 0.2440975028949394],
  [2.0768479786778302, 0.0499164067652178],
  [3.2054290028564703, 0.0027891413212317],
  [4.5127458633997826, 0.0000223458440077],
];

/** Possible elasticities with their weights, which add up to 1. Demand that rises with the price is not believed. */
export function possibleElasticities({
  coefficient,
  standardError,
}: ElasticityBelief): { elasticity: number; weight: number }[] {
  const sides = POINTS.flatMap(([distance, weight]) =>
    distance === 0 ? [[0, weight] as const] : [[-distance, weight] as const, [distance, weight] as const],
  );
  return sides.map(([distance, weight]) => ({
    elasticity: Math.min(0, coefficient + distance * standardError),
    weight,
  }));
}

/** The interval that holds the elasticity with the given probability. */
export function believedInterval(belief: ElasticityBelief, level: number): readonly [number, number] {
  const reach = criticalT(1 - level, degrees(belief)) * belief.standardError;
  return [belief.coefficient - reach, belief.coefficient + reach];
}

/** The probability that the elasticity is below a value. */
export function probabilityBelow(value: number, belief: ElasticityBelief): number {
  const t = (value - belief.coefficient) / belief.standardError;
  const tail = twoSidedP(t, degrees(belief)) / 2;
  return t < 0 ? tail : 1 - tail;
}

/** A thousand degrees of freedom are as good as any more. */
const degrees = ({ degreesOfFreedom }: ElasticityBelief) => Math.min(degreesOfFreedom, 1000);
