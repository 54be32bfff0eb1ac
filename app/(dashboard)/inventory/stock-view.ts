import { addressWith } from '#lib/address.ts';
import { type Facts, figureFacts } from '#lib/figure-facts.ts';
import { formatDay, scopeInWords } from '#lib/figures.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import type { SearchParams } from '#lib/period.ts';
import type { ScopeOfStores } from '#lib/scope.ts';

/** What every panel of the page shares: the lake, and where in the stock somebody looks. */
export interface StockView {
  /** Where a choice leads: the page itself, or the same panels in a frame. */
  readonly path: string;
  readonly lake: LakeStatus;
  readonly search: SearchParams;
  /** Category that is looked into; null for all of them. */
  readonly category: string | null;
}

export function chooseCategory({ category }: SearchParams): string | null {
  return typeof category === 'string' && category !== '' ? category.slice(0, 100) : null;
}

/** The same view with another store or category. */
export const stockAddress = (
  { path, search }: StockView,
  changes: Readonly<Record<string, string | null>>,
): string => addressWith(path, search, changes);

/** Where a table of this view is had as a file. */
export const stockExport = (table: string, { search }: StockView): string =>
  addressWith(`/api/export/${table}`, search);

export function stockFacts(
  { lake }: StockView,
  scope: ScopeOfStores,
  question: string,
  queriedAt: number,
): Facts {
  const covers = `Stock at the close of ${formatDay(lake.lastClosedDate)}. ${scopeInWords(scope)}`;
  return figureFacts(lake, { covers, queriedAt, question });
}
