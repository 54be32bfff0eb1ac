import { formatChange, formatCount } from '#lib/figures.ts';

interface Account {
  readonly model: string;
  readonly measure: string;
  readonly value: number;
  readonly evidence: string | null;
}

/** What the predictions rest on, and how they did on weeks they had not seen. */
export function trustInWords(account: readonly Account[]): string {
  const find = (model: string, measure: string) =>
    account.find((row) => row.model === model && row.measure === measure);
  const grade = (model: string) => account.find((row) => row.model === model)?.evidence ?? 'none';
  const [customers, expected, actual, days] = [
    find('bg_nbd', 'customers'),
    ...['expected_purchases', 'actual_purchases', 'days'].map((measure) => find('backtest', measure)),
  ];
  if (!customers || grade('bg_nbd') === 'none')
    return 'Not enough evidence for predictions: too few customers bought more than once.';
  const fitted = `Predictions: purchases from ${formatCount(customers.value)} histories (evidence ${grade('bg_nbd')}), spend (evidence ${grade('gamma_gamma')}).`;
  if (!expected || !actual || !days || actual.value === 0)
    return `${fitted} Too few weeks are held to test them on weeks they had not seen.`;
  const error = formatChange(expected.value / actual.value - 1);
  return `${fitted} Fitted without the last ${days.value} days they expected ${formatCount(Math.round(expected.value))} purchases of those days; ${formatCount(actual.value)} were made (${error}).`;
}
