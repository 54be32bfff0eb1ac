import type { SearchParams } from './period.ts';

type Changes = Readonly<Record<string, string | readonly string[] | null>>;

/**
 * The same view with some of its choices changed: what else stands in the address stays, so that a choice of days
 * keeps the stores, and a choice of stores the order of a table. Null takes a choice away.
 */
export function addressWith(path: string, search: SearchParams, changes: Changes = {}): string {
  const kept = choicesBut(search, Object.keys(changes));
  const changed = Object.entries(changes).flatMap(([name, value]) => pairs(name, value ?? []));
  const query = new URLSearchParams([...kept, ...changed].map(([name, value]) => [name, value]));
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
