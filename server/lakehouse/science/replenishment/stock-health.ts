/** Money lost a day while a phantom stands uncounted, expected: what a list of counts to do is ordered by. */
export const expectedLostMargin = (
  score: number,
  ratePerHour: number,
  tradingHours: number,
  unitMargin: number,
): number => score * ratePerHour * tradingHours * unitMargin;

/** Units that would have been sold: demand of the sold-out periods less what was sold, less what went to substitutes. */
export function lostSalesEstimate(
  sales: ArrayLike<number>,
  demand: ArrayLike<number>,
  soldOut: ArrayLike<boolean | number>,
  substitution = 0,
): number {
  let lost = 0;
  for (let at = 0; at < sales.length; at++)
    if (soldOut[at]) lost += Math.max(0, (demand[at] ?? 0) - (sales[at] ?? 0));
  return lost * (1 - substitution);
}

export type AbcClass = 'A' | 'B' | 'C';
export type XyzClass = 'X' | 'Y' | 'Z';

/**
 * Classes by cumulative share of value, dearest first: A up to 80 %, B up to 95 %, C the rest; the item that crosses
 * a limit belongs above it. Without value, and for losses, C. Ties keep the order given.
 */
export function abcClasses(
  values: readonly number[],
  limits: readonly [number, number] = [0.8, 0.95],
): AbcClass[] {
  const worth = values.map((value) => (value > 0 ? value : 0));
  const total = worth.reduce((sum, value) => sum + value, 0);
  const classes = values.map((): AbcClass => 'C');
  let before = 0;
  for (const at of [...worth.keys()].sort(
    (one, other) => (worth[other] ?? 0) - (worth[one] ?? 0) || one - other,
  )) {
    const share = total > 0 ? before / total : 1;
    if ((worth[at] ?? 0) > 0 && share < limits[0]) classes[at] = 'A';
    else if ((worth[at] ?? 0) > 0 && share < limits[1]) classes[at] = 'B';
    before += worth[at] ?? 0;
  }
  return classes;
}

/**
 * Class by the coefficient of variation of weekly demand with its season taken off: X up to 0.5, Y up to 1, Z above,
 * and Z without any demand. `seasonal` holds the expected factor of each week, 1 on average.
 */
export function xyzClass(
  weeklyDemand: readonly number[],
  seasonal: readonly number[] = [],
  limits: readonly [number, number] = [0.5, 1],
): XyzClass {
  const level = weeklyDemand.map((units, week) => units / (seasonal[week] || 1));
  const mean = level.reduce((sum, units) => sum + units, 0) / level.length;
  if (!(mean > 0)) return 'Z';
  const variation =
    Math.sqrt(level.reduce((sum, units) => sum + (units - mean) ** 2, 0) / level.length) / mean;
  if (variation <= limits[0]) return 'X';
  return variation <= limits[1] ? 'Y' : 'Z';
}
