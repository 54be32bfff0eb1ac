import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const CHECKOUT = join(import.meta.dirname, '../..');
const IMPORTS = /\bfrom '([^']+)'/g;

/**
 * SHA-256 of the program that makes the lake: whatever decides what becomes of a file, from the rules to the last
 * statistic, is in its text.
 */
export function programDigest(checkout = CHECKOUT): string {
  const { files, packages } = programOf(checkout);
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  const versions = { ...dependencies, ...devDependencies };
  const digest = createHash('sha256');
  for (const path of files) digest.update(`${path}\0`).update(readFileSync(join(checkout, path)));
  for (const name of packages) digest.update(`\0${name} ${versions[name]}`);
  return digest.digest('hex');
}

/** Files of the lakehouse and of the contract, tests left out, with all they import from elsewhere, and their packages. */
export function programOf(checkout = CHECKOUT): { readonly files: string[]; readonly packages: string[] } {
  const [files, packages] = [new Set<string>(), new Set<string>()];
  const add = (file: string) => {
    const path = relative(checkout, file).replaceAll('\\', '/');
    if (files.has(path) || !existsSync(file)) return;
    files.add(path);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORTS)) {
      if (name.startsWith('#')) add(join(checkout, name.slice(1)));
      else if (name.startsWith('.')) add(join(dirname(file), name));
      else if (!name.startsWith('node:')) packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
    }
  };
  for (const room of ['server/lakehouse', 'server/gold'])
    for (const name of readdirSync(join(checkout, room), { recursive: true, encoding: 'utf8' }))
      if (/\.(?:ts|sql)$/.test(name) && !name.endsWith('.test.ts')) add(join(checkout, room, name));
  return { files: [...files].sort(), packages: [...packages].sort() };
}
