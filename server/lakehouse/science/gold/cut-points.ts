import type { CustomerActivity, RfmScore } from '../customers/rfm.ts';

const MEASURES = [
  ['recency', 'recencyDays'],
  ['frequency', 'frequency'],
  ['monetary', 'monetary'],
] as const;

/** Where the quintiles lie: least and greatest value of each score. */
export function* cutPoints(
  activity: readonly CustomerActivity[],
  scores: readonly RfmScore[],
  as_of_date: string,
) {
  const byCustomer = new Map(activity.map((one) => [one.customer, one]));
  for (const [measure, field] of MEASURES)
    for (let score = 1; score <= 5; score++) {
      const values = scores
        .filter((one) => one[measure] === score)
        .map(({ customer }) => byCustomer.get(customer)?.[field] ?? 0);
      if (values.length === 0) continue;
      const [least, greatest] = values.reduce(
        ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
        [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
      );
      yield { measure, score, as_of_date, least, greatest, customers: values.length };
    }
}
