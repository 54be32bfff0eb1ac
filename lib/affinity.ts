import type { BusinessDate } from './business-date.ts';

/** One rule between goods of a basket: an association, never the effect of one on the other. */
export interface AffinityRule {
  readonly antecedent: string;
  readonly consequent: string;
  readonly antecedentName: string;
  readonly consequentName: string;
  readonly bothCount: number;
  readonly withAntecedent: number;
  readonly withConsequent: number;
  readonly baskets: number;
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
  readonly liftWithin: number;
  readonly leverage: number;
  /** Null without exception. */
  readonly conviction: number | null;
  readonly p: number;
  readonly q: number;
}

/** One level × format × season, mined on its own. */
export interface BasketSlice {
  readonly level: string;
  readonly storeFormat: string;
  readonly season: string;
  readonly fromDate: BusinessDate;
  readonly asOfDate: BusinessDate;
  readonly baskets: number;
  readonly minimumCount: number;
  readonly tested: number;
  readonly found: number;
  readonly kept: number;
}

export const LEVELS = { product: 'Products', subcategory: 'Subcategories', category: 'Categories' } as const;
export type Level = keyof typeof LEVELS;
export const SEASONS = {
  all: 'All year',
  spring: 'Spring',
  summer: 'Summer',
  autumn: 'Autumn',
  winter: 'Winter',
} as const;
export const ALL = 'all';

export interface SliceChoice {
  readonly level: string;
  readonly storeFormat: string;
  readonly season: string;
}

/** The slice an address asks for; what is not held falls back to everything. */
export function chooseSlice(
  search: Readonly<Record<string, string | string[] | undefined>>,
  slices: readonly SliceChoice[],
): SliceChoice {
  const held = (field: keyof SliceChoice, asked: unknown, otherwise: string) =>
    slices.some((slice) => slice[field] === asked) ? String(asked) : otherwise;
  return {
    level: held('level', search['level'], 'product'),
    storeFormat: held('storeFormat', search['format'], ALL),
    season: held('season', search['season'], ALL),
  };
}

export interface AffinityPair {
  readonly names: readonly [string, string];
  readonly lift: number;
  readonly both: number;
}

/** Pairs of single items, each once: what a graph can draw. The strongest by baskets beyond chance come first. */
export function affinityPairs(rules: readonly AffinityRule[], most: number): AffinityPair[] {
  const singles = rules.filter(({ antecedent }) => !antecedent.includes(' + '));
  const pairs = new Map<string, AffinityPair & { leverage: number }>();
  for (const {
    antecedent,
    consequent,
    antecedentName,
    consequentName,
    lift,
    bothCount,
    leverage,
  } of singles) {
    const key = [antecedent, consequent].sort().join('\n');
    if (!pairs.has(key))
      pairs.set(key, { names: [antecedentName, consequentName], lift, both: bothCount, leverage });
  }
  return [...pairs.values()].sort((one, other) => other.leverage - one.leverage).slice(0, most);
}
