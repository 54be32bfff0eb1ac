import { createHash } from 'node:crypto';

/** What the first record of a chain is chained to. */
export const GENESIS = '0'.repeat(64);

/** One link as it is stored. */
export interface Link {
  readonly id: string;
  /** JSON, byte for byte as it was hashed. */
  readonly record: string;
  readonly hash: string;
}

/** SHA-256, hexadecimal, over the hash before and the record's text: a changed, missing or moved record breaks it. */
export function chainHash(previous: string, record: string): string {
  return createHash('sha256').update(`${previous}\n${record}`).digest('hex');
}

/** The id of the first link that does not follow from the one before it, or the head of a whole chain. */
export async function followChain(
  links: AsyncIterable<Link>,
): Promise<{ head: string; count: number; brokenAt: string | null }> {
  let head = GENESIS;
  let count = 0;
  for await (const { id, record, hash } of links) {
    if (chainHash(head, record) !== hash) return { head, count, brokenAt: id };
    head = hash;
    count += 1;
  }
  return { head, count, brokenAt: null };
}
