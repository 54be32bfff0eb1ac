import { affinityRules, basketSlices } from '#server/gold/tables/affinity.ts';
import type { Bench } from '../../bench.ts';
import { basketCount } from '../rules/baskets.ts';
import { type FoundRule, mineSlice } from './mine-slice.ts';
import { type ScienceRow, type ScienceStep, scienceRows } from './science-step.ts';
import { sliceBaskets } from './slice-baskets.ts';
import { type Part, readWindowTickets } from './tickets-of-window.ts';

const ALL = 'all';

type Rule = ScienceRow<typeof affinityRules>;
type Slice = ScienceRow<typeof basketSlices>;

/** What is bought together, by level of the catalogue, format of the stores and season. */
export const rulesStep: ScienceStep = {
  name: 'affinity rules',
  tables: [affinityRules, basketSlices],
  async make(bench, report) {
    const tickets = await readWindowTickets(bench);
    const rules: Rule[] = [];
    const slices: Slice[] = [];
    for (const { level, support, itemOf, names, titles } of await readLevels(bench, tickets.names))
      for (const { storeFormat, season, parts } of slicesOf(tickets.parts)) {
        const baskets = sliceBaskets(tickets, parts, itemOf, names);
        const slice = { level, store_format: storeFormat, season };
        const { kept, ...counts } = mineSlice(baskets, support);
        const named = (names: readonly string[]) => names.map((name) => titles.get(name) ?? name).join(' + ');
        for (const rule of kept)
          rules.push({
            ...slice,
            ...rowOf(rule, basketCount(baskets)),
            antecedent_name: named(rule.antecedent),
            consequent_name: named([rule.consequent]),
          });
        slices.push({
          ...slice,
          from_date: tickets.fromDate,
          as_of_date: tickets.asOfDate,
          ...counts,
          kept: kept.length,
        });
      }
    report(
      `${rules.length.toLocaleString('en-GB')} rules from ${basketCount(tickets).toLocaleString('en-GB')} baskets`,
    );
    return {
      affinity_rules: await scienceRows(bench, affinityRules, rules),
      basket_slices: await scienceRows(bench, basketSlices, slices),
    };
  },
};

/** Everything, each format, each season, and each season of each format. */
function slicesOf(parts: readonly Part[]) {
  const formats = [...new Set(parts.map(({ storeFormat }) => storeFormat))];
  const seasons = [...new Set(parts.map(({ season }) => season))];
  // One format only is all of them: mining it twice would say everything twice.
  return [ALL, ...(formats.length > 1 ? formats : [])].flatMap((storeFormat) =>
    [ALL, ...seasons].map((season) => ({
      ...{ storeFormat, season },
      parts: parts.filter(
        (part) =>
          (storeFormat === ALL || part.storeFormat === storeFormat) &&
          (season === ALL || part.season === season),
      ),
    })),
  );
}

function rowOf(rule: FoundRule, total: number) {
  const { antecedent, consequent, count, support, confidence, lift, liftWithin, leverage, conviction, p, q } =
    rule;
  return {
    ...{
      antecedent: antecedent.join(' + '),
      consequent,
      support,
      confidence,
      lift,
      lift_within: liftWithin,
      leverage,
    },
    ...{ conviction, p, q, baskets: total, baskets_with_both: count },
    baskets_with_antecedent: Math.round(count / confidence),
    baskets_with_consequent: Math.round((confidence / lift) * total),
  };
}

interface Level {
  readonly level: string;
  /** Share of baskets below which a pair is not looked at: categories are few, and always together by chance. */
  readonly support: number;
  /** The item's number by the product's; -1 where the product has none at this level. */
  readonly itemOf: Int32Array;
  readonly names: readonly string[];
  /** What people read, by name. */
  readonly titles: ReadonlyMap<string, string>;
}

/** The three levels; a product belongs where its current version says. A source without categories has one level. */
async function readLevels(bench: Bench, products: readonly string[]): Promise<Level[]> {
  const known = await bench.rows<{
    product_id: string;
    product_name: string;
    category: string | null;
    subcategory: string | null;
  }>('SELECT product_id, product_name, category, subcategory FROM silver.products WHERE is_current');
  const byId = new Map(known.map((product) => [product.product_id, product]));
  const grouped = (level: 'subcategory' | 'category'): Level => {
    const own = products.map((id) => byId.get(id)?.[level] ?? null);
    const names = [...new Set(own.flatMap((name) => (name === null ? [] : [name])))].sort();
    const numbers = new Map(names.map((name, number) => [name, number]));
    return {
      level,
      support: 0.001,
      itemOf: Int32Array.from(own, (name) => (name === null ? -1 : (numbers.get(name) ?? -1))),
      names,
      titles: new Map(),
    };
  };
  const titles = new Map(known.map(({ product_id, product_name }) => [product_id, product_name]));
  const product = {
    level: 'product',
    support: 0.0002,
    itemOf: Int32Array.from(products.keys()),
    names: products,
    titles,
  };
  return [product, grouped('subcategory'), grouped('category')].filter(({ names }) => names.length > 1);
}
