import type { SearchParams } from './period.ts';

/** Where somebody looks: stores and whole regions of their own; both empty means all of them. */
export interface Places {
  readonly stores: readonly string[];
  readonly regions: readonly string[];
}

/** More than anybody picks by hand; what is beyond is an address somebody made up. */
const MOST = 50;

/** Reads `?store=S-003&store=S-007&region=North`. */
export function choosePlaces({ store, region }: SearchParams): Places {
  return { stores: chosen(store), regions: chosen(region) };
}

export function isEverywhere({ stores, regions }: Places): boolean {
  return stores.length + regions.length === 0;
}

/** `All stores`, `North`, `S-003 and S-007`, `North and 3 stores`: fit for a button. */
export function placesInWords({ stores, regions }: Places): string {
  if (stores.length + regions.length === 0) return 'All stores';
  const some = stores.length > 2 ? [`${stores.length} stores`] : stores;
  return [...regions, ...some].join(' and ');
}

export const CHANNELS = { store: 'In store', online: 'Online' } as const;
export type Channel = keyof typeof CHANNELS;

/** Null for all channels. */
export function chooseChannel({ channel }: SearchParams): Channel | null {
  return typeof channel === 'string' && Object.hasOwn(CHANNELS, channel) ? (channel as Channel) : null;
}

function chosen(value: string | string[] | undefined): readonly string[] {
  const picked = typeof value === 'string' ? [value] : (value ?? []);
  return [...new Set(picked)].slice(0, MOST).sort();
}
