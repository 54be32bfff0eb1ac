import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

/** A digest of every file under these paths that is, or would be, under version control. */
export function digestOf(paths: readonly string[]): string {
  const digest = createHash('sha256');
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...paths],
    { encoding: 'utf8' },
  );
  for (const path of [...new Set(listed.split('\0'))].sort()) {
    if (!path || /\.test\.ts$/.test(path) || !statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    digest.update(path).update('\0').update(readFileSync(path));
  }
  return digest.digest('hex');
}

export function isStamped(stampFile: string, digest: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest;
}

export function stamp(stampFile: string, digest: string): void {
  writeFileSync(stampFile, digest);
}
