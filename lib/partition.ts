/** Live work is split by store into this many partitions; a store's events, state and dedupe set share one. */
export const PARTITIONS = 4;

/** The partition of a store, 0 to PARTITIONS − 1: FNV-1a, so that every till and every process agrees. */
export function partitionOf(storeId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < storeId.length; at += 1) {
    const code = storeId.charCodeAt(at);
    if (code > 127) return hashOf(ENCODER.encode(storeId)) % PARTITIONS;
    hash = Math.imul(hash ^ code, PRIME) >>> 0;
  }
  return hash % PARTITIONS;
}

const PRIME = 0x01000193;
const ENCODER = new TextEncoder();

function hashOf(bytes: Uint8Array): number {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, PRIME) >>> 0, 0x811c9dc5);
}
