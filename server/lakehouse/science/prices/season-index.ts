import type { ProductDemand } from './product-demand.ts';

/** Units that the chain's index stands for beside the category's own: a category of few sales leans on the chain. */
const LEANING = 20;

interface Sums {
  sold: number;
  fitted: number;
}

/**
 * How the week of each cell stood to usual, from the other products of its category: what they sold over what their
 * own prices and promotions explain. A product's own sales are left out, else its price changes would pass for season.
 * @param fitted by product and cell: units explained without season
 * @returns by product and cell: a multiple of usual
 */
export function seasonIndex(
  products: readonly ProductDemand[],
  fitted: readonly Float64Array[],
): Float64Array[] {
  const ofChain = new Map<string, Sums>();
  const ofCategory = new Map<string, Sums>();
  const ofProduct = new Map<string, Sums>();
  for (const [p, { category, cells }] of products.entries())
    for (const [i, { week, units }] of cells.entries()) {
      const explained = fitted[p]?.[i] ?? 0;
      if (!Number.isFinite(units) || !Number.isFinite(explained)) continue;
      add(ofChain, week, units, explained);
      add(ofCategory, `${category}/${week}`, units, explained);
      add(ofProduct, `${p}/${week}`, units, explained);
    }
  return products.map(({ category, cells }, p) =>
    Float64Array.from(cells, ({ week }) => {
      const own = ofProduct.get(`${p}/${week}`) ?? NOTHING;
      const chain = without(ofChain.get(week), own);
      const others = without(ofCategory.get(`${category}/${week}`), own);
      const usual = chain.fitted > 0 && chain.sold > 0 ? chain.sold / chain.fitted : 1;
      return (others.sold + LEANING * usual) / (others.fitted + LEANING);
    }),
  );
}

const NOTHING: Sums = { sold: 0, fitted: 0 };

function add(sums: Map<string, Sums>, key: string, sold: number, fitted: number): void {
  const sum = sums.get(key);
  if (!sum) sums.set(key, { sold, fitted });
  else {
    sum.sold += sold;
    sum.fitted += fitted;
  }
}

const without = (whole: Sums = NOTHING, part: Sums): Sums => ({
  sold: Math.max(0, whole.sold - part.sold),
  fitted: Math.max(0, whole.fitted - part.fitted),
});
