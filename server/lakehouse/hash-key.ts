import { join } from 'node:path';
import { keptSecret } from '#server/shared/kept-secret.ts';
import { lakeRootOf } from './lake-folders.ts';

/**
 * Key of the hashes that stand for e-mail addresses: told by the environment, the same to the app; on a laptop made
 * once and kept beside the lake, whose hashes are worth nothing without it.
 */
export function hashKeyOf(env: Readonly<Record<string, string | undefined>>): string {
  return env['CUSTOMER_HASH_KEY'] ?? keptSecret(join(lakeRootOf(env), 'customer-hash-key'));
}
