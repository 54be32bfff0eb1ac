import type { RowScope } from '#lib/scope.ts';
import {
  listCategoryForecasts,
  listProductForecasts,
  listStoreForecasts,
} from '#server/synapse/forecast/list-forecast-parts.ts';
import { listStores } from '#server/synapse/stores/list-stores.ts';

/** The parts one level down: of several stores the stores, of one its categories, of a category its products. */
export async function askParts(scope: RowScope, category: string | null, productId: string | null) {
  const stores = await listStores({}, scope);
  if (productId !== null || category !== null) {
    const answer = await listProductForecasts({ category: category ?? '' }, scope);
    const rows = productId === null ? answer.rows : answer.rows.filter(({ id }) => id === productId);
    return { ...answer, rows, title: 'Product', param: 'product' };
  }
  return stores.rows.length > 1
    ? { ...(await listStoreForecasts({ category: '' }, scope)), title: 'Store', param: 'store' }
    : { ...(await listCategoryForecasts({ category: '' }, scope)), title: 'Category', param: 'category' };
}
