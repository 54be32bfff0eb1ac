import type { ForecastDay } from '#lib/demand-forecast.ts';
import type { RowScope } from '#lib/scope.ts';
import { listLevelDays } from '#server/synapse/forecast/list-level-days.ts';
import { listProductDays } from '#server/synapse/forecast/list-product-days.ts';
import { listTotalDays } from '#server/synapse/forecast/list-total-days.ts';
import { listStores } from '#server/synapse/stores/list-stores.ts';
import type { ForecastView } from './forecast-view.ts';

/** The forecast of what somebody looks at, and what it is of. */
export interface AskedForecast {
  /** Level whose trials speak for it. */
  readonly level: 'chain' | 'region' | 'store' | 'category' | 'product';
  readonly of: string;
  readonly days: readonly ForecastDay[];
  readonly queriedAt: number;
  /** Name of the question that it answers. */
  readonly question: string;
  readonly stale: Awaited<ReturnType<typeof listLevelDays>>['stale'];
}

/**
 * The level that a person's stores make up, with its own interval: the chain, a whole region, or one store. Of a few stores
 * there is the sum of what is expected, and no interval.
 */
export async function askForecast(view: ForecastView, scope: RowScope): Promise<AskedForecast> {
  const { category, productId } = view;
  const { rows: stores } = await listStores({}, scope);
  const [only] = stores.length === 1 ? stores : [];
  const regions = new Set(stores.map(({ region }) => region));
  const [region] = regions.size === 1 ? regions : [];
  const places = only ? only.storeName : stores.length === 0 ? 'No store' : `${stores.length} stores`;
  if (productId !== null) {
    const answer = await listProductDays({ productId }, scope);
    return { level: 'product', of: `${productId}, ${places}`, ...kept('forecast.list-product-days', answer) };
  }
  if (!only) {
    const whole = await askWhole(category, region, scope);
    if (whole) return whole;
  }
  const answer = await listLevelDays({ category: category ?? '' }, scope);
  const level = category === null ? 'store' : 'category';
  return {
    level,
    of: category === null ? places : `${category}, ${places}`,
    ...kept('forecast.list-level-days', answer),
  };
}

/** The chain, a category of it, or a whole region, where all its stores are in the scope. */
async function askWhole(
  category: string | null,
  region: string | undefined,
  scope: RowScope,
): Promise<AskedForecast | null> {
  const chain = await listTotalDays(
    category === null ? { level: 'chain', member: '' } : { level: 'category', member: category },
    scope,
  );
  if (chain.rows.length > 0)
    return {
      level: 'chain',
      of: category === null ? 'All stores' : `${category}, all stores`,
      ...kept('forecast.list-total-days', chain),
    };
  if (category !== null || region === undefined) return null;
  const answer = await listTotalDays({ level: 'region', member: region }, scope);
  return answer.rows.length > 0
    ? { level: 'region', of: region, ...kept('forecast.list-total-days', answer) }
    : null;
}

const kept = (question: string, { rows, queriedAt, stale }: Awaited<ReturnType<typeof listLevelDays>>) => ({
  question,
  days: rows,
  queriedAt,
  stale,
});
