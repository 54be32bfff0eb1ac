import { createHash, createHmac } from 'node:crypto';

/** One spelling of an address: how it is compared and hashed. Both engines lower and trim the same way. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * HMAC-SHA256, hexadecimal: stands for an e-mail address, so that it can be found by whoever knows it whole, while
 * nobody can try addresses out without the key.
 */
export function emailHash(email: string, key: string): string {
  return createHmac('sha256', key).update(normalEmail(email)).digest('hex');
}

/** The same as a DuckDB expression over a column of addresses; the key itself is not in the text. */
export function emailHashSql(column: string, key: string): string {
  const pad = (mask: number) => `unhex('${paddedKey(key, mask)}')`;
  const inner = `sha256(${pad(0x36)} || encode(lower(trim(${column}))))`;
  return `sha256(${pad(0x5c)} || unhex(${inner}))`;
}

/** RFC 2104: the key in one block of 64 bytes, each XORed with the mask; hexadecimal. */
function paddedKey(key: string, mask: number): string {
  const bytes = Buffer.from(key);
  const short = bytes.length > 64 ? createHash('sha256').update(bytes).digest() : bytes;
  const block = Buffer.concat([short, Buffer.alloc(64 - short.length)]);
  return Buffer.from(Array.from(block, (byte) => byte ^ mask)).toString('hex');
}
