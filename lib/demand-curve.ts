/** What is known of how a product's demand answers to its price, about the price now. Prices are cents, ex tax. */
export interface DemandCurve {
  readonly price: number;
  readonly cost: number;
  /** Units expected over the horizon at the price now. */
  readonly units: number;
  readonly elasticity: number;
  readonly standardError: number;
  /** The interval of the elasticity, lower end first. */
  readonly interval: readonly [number, number];
}

/** A mean with its interval. */
export interface Expected {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** Change over the horizon against doing nothing: units, and cents of net sales and of margin. */
export interface PriceEffect {
  readonly units: Expected;
  readonly netSales: Expected;
  readonly margin: Expected;
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
}: {
  readonly coefficient: number;
  readonly standardError: number;
}): { elasticity: number; weight: number }[] {
  const sides = POINTS.flatMap(([distance, weight]) =>
    distance === 0 ? [[0, weight] as const] : [[-distance, weight] as const, [distance, weight] as const],
  );
  return sides.map(([distance, weight]) => ({
    elasticity: Math.min(0, coefficient + distance * standardError),
    weight,
  }));
}

/** Units over the horizon at another price, demand being constant in its elasticity. */
export function unitsAt({ price, units }: DemandCurve, candidate: number, elasticity: number): number {
  return units * (candidate / price) ** elasticity;
}

/** What another price changes: means over what the elasticity may be, intervals from the ends of its own. */
export function effectOf(curve: DemandCurve, candidate: number): PriceEffect {
  const possible = possibleElasticities({
    coefficient: curve.elasticity,
    standardError: curve.standardError,
  });
  const expect = (change: (units: number) => number): Expected => {
    const at = (elasticity: number) => change(unitsAt(curve, candidate, elasticity));
    const ends = curve.interval.map((elasticity) => at(Math.min(0, elasticity)));
    return {
      mean: possible.reduce((sum, { elasticity, weight }) => sum + weight * at(elasticity), 0),
      lower: Math.min(...ends),
      upper: Math.max(...ends),
    };
  };
  const { price, cost, units: now } = curve;
  return {
    units: expect((units) => units - now),
    netSales: expect((units) => candidate * units - price * now),
    margin: expect((units) => (candidate - cost) * units - (price - cost) * now),
  };
}
