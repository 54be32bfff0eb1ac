import { periodAddress } from '#lib/period-address.ts';
import { PAGES } from '#lib/roles.ts';
import type { StoresView } from '../compared-stores.ts';

/** The page of one store, for the same days and basis. */
export function storeAddress({ period, preset, comparison }: StoresView, storeId: string): string {
  const path = `${PAGES.stores.path}/${encodeURIComponent(storeId)}`;
  return periodAddress(path, { preset, period, basis: comparison.basis });
}
