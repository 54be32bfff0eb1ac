import type { SearchParams } from './period.ts';
import { chooseStores } from './store-choice.ts';

/** Where somebody looks: stores and whole regions of their own; both empty means all of them. */
export interface Places {
  readonly stores: readonly string[];
  readonly regions: readonly string[];
}

/** Reads `?store=S-003&store=S-007&region=North`. */
export function choosePlaces(search: SearchParams): Places {
  return { stores: chooseStores(search), regions: chooseStores({ store: search['region'] }) };
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

export const CHANNELS = { store: 'In store', online: 'Online', mobile: 'Mobile' } as const;
export type Channel = keyof typeof CHANNELS;

/** Null for all channels. */
export function chooseChannel({ channel }: SearchParams): Channel | null {
  return typeof channel === 'string' && Object.hasOwn(CHANNELS, channel) ? (channel as Channel) : null;
}

/** A channel as the lake names it, in words; one that nobody has named is said as it is. */
export function channelInWords(channel: string): string {
  return Object.hasOwn(CHANNELS, channel) ? CHANNELS[channel as Channel] : channel;
}
