import { fisherUpperTail } from './fisher.ts';

/** What the counts of baskets say about antecedent and consequent; shares are from 0 to 1. */
export interface Measures {
  /** Baskets with antecedent and consequent. */
  readonly count: number;
  /** count / N. */
  readonly support: number;
  /** count / n(antecedent). */
  readonly confidence: number;
  /** confidence / P(consequent). */
  readonly lift: number;
  /** support - P(antecedent) x P(consequent). */
  readonly leverage: number;
  /** (1 - P(consequent)) / (1 - confidence); infinite when the rule has no exception. */
  readonly conviction: number;
  /** Fisher's exact test that they are together more often than by chance, one-sided. */
  readonly p: number;
}

export const measure = (count: number, antecedent: number, consequent: number, total: number): Measures => ({
  count,
  support: count / total,
  confidence: count / antecedent,
  lift: (count * total) / (antecedent * consequent),
  leverage: (count * total - antecedent * consequent) / (total * total),
  conviction:
    count === antecedent
      ? Number.POSITIVE_INFINITY
      : ((total - consequent) * antecedent) / (total * (antecedent - count)),
  p: fisherUpperTail(count, antecedent, consequent, total),
});
