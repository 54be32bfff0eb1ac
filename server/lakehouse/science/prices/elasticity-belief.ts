import { criticalT, twoSidedP } from '../student-t.ts';

/** What is known of an elasticity: its estimate with its uncertainty, Student's t about it. */
export interface ElasticityBelief {
  readonly coefficient: number;
  readonly standardError: number;
  /** Infinity where the error itself is sure, as after shrinking over many products. */
  readonly degreesOfFreedom: number;
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
