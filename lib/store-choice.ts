import type { SearchParams } from './period.ts';

/** More than anybody picks by hand; what is beyond is an address somebody made up. */
const MOST = 50;

/** Store ids picked in an address, `?store=S-003&store=S-007`; empty where none was, which means all of one's own. */
export function chooseStores({ store }: SearchParams): readonly string[] {
  const picked = typeof store === 'string' ? [store] : (store ?? []);
  return [...new Set(picked)].slice(0, MOST).sort();
}
