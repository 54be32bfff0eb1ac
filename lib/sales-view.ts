import type { SearchParams } from './period.ts';
import type { Channel } from './place-choice.ts';
import type { SalesFigures } from './sales.ts';

/** What sales are narrowed to beside days and stores; null for all of it. */
export interface SalesNarrowing {
  readonly channel: Channel | null;
  /** A node of the category tree: a department, a category or a subcategory. */
  readonly category: string | null;
}

export const NOT_NARROWED: SalesNarrowing = { channel: null, category: null };

const LONGEST_CATEGORY = 100;

/** Reads `?category=Bathroom`; whether there is such a category is seen when sales of it are asked for. */
export function chooseCategory({ category }: SearchParams): string | null {
  return typeof category === 'string' && category !== '' && category.length <= LONGEST_CATEGORY
    ? category
    : null;
}

/**
 * Sales of a part of the tickets' lines. A ticket may hold several categories, so tickets of categories do not add up:
 * where sales are narrowed to one, transactions are not known.
 */
export interface NarrowedSales extends Omit<SalesFigures, 'transactions'> {
  readonly transactions: number | null;
}

/** Sales of one thing - a day, a store, a channel, a category - in a period and in its basis; null where it had none. */
export interface SalesOf<Key> {
  readonly key: Key;
  readonly period: NarrowedSales | null;
  readonly basis: NarrowedSales | null;
}

export interface SalesPart<Key> extends NarrowedSales {
  readonly key: Key;
  readonly part: 'period' | 'basis';
}

/** Lays the sales of the basis beside those of the period, key by key, in the order in which keys come. */
export function besideBasis<Key>(parts: readonly SalesPart<Key>[]): SalesOf<Key>[] {
  const found = new Map<Key, { period: NarrowedSales | null; basis: NarrowedSales | null }>();
  for (const { key, part, ...sales } of parts) {
    found.set(key, { ...(found.get(key) ?? { period: null, basis: null }), [part]: sales });
  }
  return [...found].map(([key, sales]) => ({ key, ...sales }));
}

/** Highest net sales of the period first; what sold in the basis only comes last. */
export function byNetSales<Key>(rows: readonly SalesOf<Key>[]): SalesOf<Key>[] {
  const of = ({ period }: SalesOf<Key>) => period?.netSales ?? null;
  return [...rows].sort((a, b) => {
    const [left, right] = [of(a), of(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return left === right ? 0 : left > right ? -1 : 1;
  });
}
