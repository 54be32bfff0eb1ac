import type { SearchParams } from '#lib/period.ts';

/** The two ways of telling why sales moved; the name is what stands in the address. */
export const BRIDGE_KINDS = { door: 'At the door', basket: 'In the basket' } as const;
export type BridgeKind = keyof typeof BRIDGE_KINDS;

export function chooseBridge({ bridge }: SearchParams): BridgeKind {
  return bridge === 'basket' ? 'basket' : 'door';
}
