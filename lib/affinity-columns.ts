import type { AffinityRule } from './affinity.ts';
import type { TableColumn } from './table-column.ts';

/** A rule as a row of a table. */
export type AffinityRow = AffinityRule & {
  readonly id: string;
  readonly significance: string;
  /** A rare pair is in less than a thousandth of all baskets: as a percentage it would read as nothing. */
  readonly supportOfTenThousand: number;
};

export const RULE_COLUMNS: readonly TableColumn<AffinityRow>[] = [
  { id: 'antecedentName', title: 'With this in the basket', kind: 'text' },
  { id: 'consequentName', title: 'also this', kind: 'text' },
  { id: 'lift', title: 'Lift', kind: 'ratio', bar: true },
  { id: 'confidence', title: 'Confi\u00ADdence', kind: 'rate' },
  { id: 'bothCount', title: 'Baskets', kind: 'count' },
  { id: 'supportOfTenThousand', title: 'Support, of 10,000', kind: 'ratio', wide: true },
  { id: 'liftWithin', title: 'Lift within store and week', kind: 'ratio', wide: true },
  { id: 'significance', title: 'q', kind: 'text', wide: true },
  { id: 'withAntecedent', title: 'Baskets with the first', kind: 'count', optional: true },
  { id: 'withConsequent', title: 'Baskets with the second', kind: 'count', optional: true },
  { id: 'leverage', title: 'Leverage', kind: 'rate', optional: true },
  { id: 'conviction', title: 'Conviction', kind: 'ratio', optional: true },
];

const LEAST_WRITTEN = 0.0001;

export function affinityRows(rules: readonly AffinityRule[]): AffinityRow[] {
  return rules.map((rule) => ({
    ...rule,
    id: `${rule.antecedent} > ${rule.consequent}`,
    supportOfTenThousand: 10_000 * rule.support,
    significance: rule.q < LEAST_WRITTEN ? '< 0.0001' : rule.q.toFixed(4),
  }));
}
