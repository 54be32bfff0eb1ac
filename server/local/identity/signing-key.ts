import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** The private RS256 key kept in a file: tokens stay good when the provider is started again. */
export async function readOrMakeSigningKey(file: string): Promise<JWK> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) return JSON.parse(text) as JWK;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const bare = await exportJWK(privateKey);
  const key = { ...bare, kid: await calculateJwkThumbprint(bare), alg: 'RS256', use: 'sig' };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, JSON.stringify(key), { mode: 0o600 });
  await rename(`${file}.${process.pid}`, file);
  return key;
}
