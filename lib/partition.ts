/** Live work is split by store into this many partitions; a store's events, state and dedupe set share one. */
export const PARTITIONS = 4;

/** The partition of a store, 0 to PARTITIONS − 1: FNV-1a, so that every till and every process agrees. */
export function partitionOf(storeId: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(storeId)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % PARTITIONS;
}
