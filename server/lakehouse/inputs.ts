import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** One received file. Its content is known by its hash: neither its place nor its time says what it is. */
export interface Input {
  readonly table: string;
  readonly name: string;
  readonly hash: string;
}

/** File within the folder of its bronze table that an input is kept in: the same name and content have the same one in every build. */
export function bronzePart({ name, hash }: Input): string {
  return `part-${sha256(`${name}\0${hash}`).slice(0, 20)}.parquet`;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** SHA-256 of a file's bytes, as they lie on disk. */
export async function fileHash(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const bytes of createReadStream(path)) digest.update(bytes);
  return digest.digest('hex');
}
