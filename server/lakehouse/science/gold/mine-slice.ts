import { type AssociationRule, controlDiscovery, mineRules } from '../rules/association-rules.ts';
import { type Baskets, basketCount, minimumCount } from '../rules/baskets.ts';
import { expectedWithin, poissonUpperTail, type Strata } from '../rules/within-strata.ts';

/** Fewer baskets than this say nothing, however small the slice. */
const LEAST_BASKETS = 20;
/** Of the rules that are kept, at most this share is expected to be an accident. */
export const FALSE_DISCOVERY_RATE = 0.05;

/** Baskets of more items than this on average are a wholesaler's: their pairs are many, and larger sets without end. */
const WIDE_BASKET = 6;
/** Of a slice the rules that say most are kept: those of the greatest leverage. */
const MOST_RULES = 500;

export interface FoundRule extends AssociationRule {
  /** Baskets with both ÷ those expected if the two sides were unrelated within each stratum. */
  readonly liftWithin: number;
}

export interface MinedSlice {
  readonly kept: readonly FoundRule[];
  /** How many stood, kept or not. */
  readonly found: number;
  readonly tested: number;
  readonly baskets: number;
  readonly minimum_count: number;
}

/**
 * Rules of one slice that stand within its strata, after control of false discovery. p is the chance of so many baskets
 * by accident within strata; that of a rule of several items also asks whether each of them adds anything, or every
 * third item would stand beside a pair that goes together without it.
 */
export function mineSlice(baskets: Baskets & { readonly strata: Strata }, leastSupport: number): MinedSlice {
  const total = basketCount(baskets);
  const isWide = baskets.items.length > WIDE_BASKET * total;
  const support = Math.max(isWide ? 10 * leastSupport : leastSupport, LEAST_BASKETS / Math.max(1, total));
  const { rules, tested } = mineRules(baskets, {
    ...{ support, confidence: 0, minLength: 2, maxLength: isWide ? 2 : 4 },
  });
  // What is not even likely over all strata together counts as tested and failed.
  const likely = rules.filter(({ lift, p }) => lift > 1 && p <= FALSE_DISCOVERY_RATE);
  const numbers = new Map(baskets.names.map((name, number) => [name, number]));
  const numberOf = (name: string) => numbers.get(name) as number;
  const expected = expectedWithin(
    baskets,
    baskets.strata,
    likely.map(({ antecedent, consequent }) => ({
      antecedent: antecedent.map(numberOf),
      consequent: numberOf(consequent),
    })),
  );
  const confidences = new Map(
    rules.map((rule) => [sidesOf(rule.antecedent, rule.consequent), rule.confidence]),
  );
  const within = likely.map((rule, at) => {
    const { antecedent, consequent, count, confidence } = rule;
    const fewer =
      antecedent.length < 2 ? [] : antecedent.map((item) => antecedent.filter((other) => other !== item));
    const without = Math.max(0, ...fewer.map((items) => confidences.get(sidesOf(items, consequent)) ?? 0));
    const adds = fewer.length === 0 ? 0 : poissonUpperTail(count, (count / confidence) * without);
    return {
      ...rule,
      liftWithin: count / (expected[at] as number),
      p: Math.max(poissonUpperTail(count, expected[at] as number), adds),
    };
  });
  const found = controlDiscovery({ rules: within, tested }).filter(
    ({ liftWithin, q }) => q <= FALSE_DISCOVERY_RATE && liftWithin > 1,
  );
  const strongest = found.toSorted((one, other) => other.leverage - one.leverage || one.p - other.p);
  return {
    kept: strongest.slice(0, MOST_RULES),
    found: found.length,
    tested,
    baskets: total,
    minimum_count: minimumCount(support, total),
  };
}

const sidesOf = (antecedent: readonly string[], consequent: string): string =>
  [...antecedent, consequent].join('\n');
