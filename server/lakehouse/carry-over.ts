import { cpSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LakeTable } from '#server/gold/table.ts';

/** Keeps a finished file in another build too. It is never written again, so a second name for it is as good as a copy. */
export function carryFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    // Not every file system can give a file two names.
    cpSync(from, to);
  }
}

/** Carries the months of a table over, but for those that are made anew. */
export function carryMonths(table: LakeTable, from: string, to: string, anew: readonly string[]): void {
  const [old, target] = [from, to].map((build) => join(build, table.schema, table.name)) as [string, string];
  if (!existsSync(old)) return;
  for (const file of readdirSync(old, { recursive: true, encoding: 'utf8' })) {
    const month = /^year=(\d{4})\/month=(\d{2})\/.*\.parquet$/.exec(file.replaceAll('\\', '/'));
    if (month && month[1] !== '0000' && !anew.includes(`${month[1]}-${month[2]}`))
      carryFile(join(old, file), join(target, file));
  }
}
