import { type Baskets, basketCount, minimumCount } from './baskets.ts';
import { adjustForDiscovery } from './false-discovery.ts';
import { mineFrequentItemsets } from './fp-growth.ts';
import { type Measures, measure } from './measures.ts';

/** Who has the antecedent in the basket has the consequent too: an association, not an effect. */
export interface AssociationRule extends Measures {
  /** Names in the order of their characters; none in the rule that speaks of every basket. */
  readonly antecedent: readonly string[];
  readonly consequent: string;
  /** p adjusted for all rules that could have been found. */
  readonly q: number;
}

export interface RuleLimits {
  /** Share of baskets, 0 to 1: rules are in at least ceil(support x baskets). */
  readonly support: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** Items in antecedent and consequent together; 1 lets rules without an antecedent in, as arules does. */
  readonly minLength: number;
  /** Items together at most; no limit when left out. */
  readonly maxLength?: number;
}

/** Rules before they are held against chance, and how many could have been found. */
export interface MinedRules<Rule = Omit<AssociationRule, 'q'>> {
  readonly rules: readonly Rule[];
  /** Every frequent antecedent with every frequent item outside it: the hypotheses there were. */
  readonly tested: number;
}

/**
 * Rules with one consequent and antecedents of any length, sorted by lift, then count, then names. q is adjusted over
 * every frequent antecedent with every frequent item outside it, whether the two reached the limits or not:
 * adjusting only what the same counts have selected would find rules in noise.
 */
export function findAssociationRules(baskets: Baskets, limits: RuleLimits): AssociationRule[] {
  return controlDiscovery(mineRules(baskets, limits)).sort(byLift);
}

/** Rules that reach the limits, in no order, each with its own p. */
export function mineRules(baskets: Baskets, limits: RuleLimits): MinedRules {
  const total = basketCount(baskets);
  const { itemsets, itemOfRank, counts } = mineFrequentItemsets(
    baskets,
    minimumCount(limits.support, total),
    limits.maxLength,
  );
  const found: Omit<AssociationRule, 'q'>[] = [];
  const nameOf = (rank: number) => baskets.names[itemOfRank[rank] as number] as string;
  const weigh = (itemset: number, ranks: readonly number[], antecedentCount: number, rank: number) => {
    const measures = measure(itemsets.countOf(itemset), antecedentCount, counts[rank] as number, total);
    if (measures.confidence < limits.confidence) return;
    found.push({ antecedent: ranks.map(nameOf).sort(), consequent: nameOf(rank), ...measures });
  };
  let tested = 0;
  for (let itemset = 0; itemset < itemsets.size; itemset++) {
    const ranks = itemsets.ranksOf(itemset);
    tested += counts.length - ranks.length;
    if (ranks.length < limits.minLength) continue;
    for (const rank of ranks) {
      const others = ranks.filter((other) => other !== rank);
      weigh(itemset, others, others.length === 0 ? total : itemsets.countOf(itemsets.find(others)), rank);
    }
  }
  return { rules: found, tested };
}

/** Gives each rule its q. */
export function controlDiscovery<Rule extends { readonly p: number }>({
  rules,
  tested,
}: MinedRules<Rule>): (Rule & { readonly q: number })[] {
  const q = adjustForDiscovery(
    Float64Array.from(rules, ({ p }) => p),
    tested,
  );
  return rules.map((rule, i) => ({ ...rule, q: q[i] as number }));
}

function byLift(a: AssociationRule, b: AssociationRule): number {
  const key = ({ antecedent, consequent }: AssociationRule) => [...antecedent, consequent].join('\n');
  return b.lift - a.lift || b.count - a.count || (key(a) < key(b) ? -1 : 1);
}
