/**
 * Chance that stock on record is not there. e^(−rate × days) is how likely it is that nothing sells in so many trading days
 * with goods on the shelf, where `ratePerDay` is what was sold of it; `prior` is the share of records that are wrong at any
 * time. 0 where nothing is recorded. By Bayes' rule; the live floor and the orders of the night reckon by the same.
 */
export function phantomStockScore(
  onHand: number,
  ratePerDay: number,
  idleDays: number,
  prior = 0.03,
): number {
  if (!(onHand > 0)) return 0;
  const silence = Math.exp(-Math.max(0, ratePerDay) * Math.max(0, idleDays));
  return prior / (prior + (1 - prior) * silence);
}
