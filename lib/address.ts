import type { SearchParams } from './period.ts';

type Changes = Readonly<Record<string, string | readonly string[] | null>>;

/** What every page reads first stands first, so that the same view has one address. */
const FIRST = ['period', 'from', 'to', 'basis', 'comp', 'region', 'store', 'channel', 'category'];

/**
 * The same view with some of its choices changed: what else stands in the address stays, so that a choice of days
 * keeps the stores, and a choice of stores the order of a table. Null takes a choice away.
 */
export function addressWith(path: string, search: SearchParams, changes: Changes = {}): string {
  const changed = Object.entries(changes).flatMap(([name, value]) => pairs(name, value ?? []));
  const place = ([name]: readonly [string, string]) => FIRST.indexOf(name) + 1 || FIRST.length + 1;
  const all = [...changed, ...choicesBut(search, Object.keys(changes))].sort((a, b) => place(a) - place(b));
  const query = new URLSearchParams(all);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The choices of an address but some, one pair a value: what a form carries along. */
export function choicesBut(search: SearchParams, names: readonly string[]): [name: string, value: string][] {
  return Object.entries(search)
    .filter(([name]) => !names.includes(name))
    .flatMap(([name, value]) => pairs(name, value ?? []));
}

function pairs(name: string, value: string | readonly string[]): [string, string][] {
  return (typeof value === 'string' ? [value] : value).map((one) => [name, one]);
}

/** The query of a request in the form in which Next hands one to a page, so that both read an address alike. */
export function readSearch(query: URLSearchParams): SearchParams {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
