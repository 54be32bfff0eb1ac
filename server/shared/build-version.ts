import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remember } from './remember.ts';

/** The name of the build that this process serves; every instance of a release has the same. */
export function buildVersion(): string {
  return remember('build-version', () => {
    const written = join(/* turbopackIgnore: true */ process.cwd(), '.next', 'BUILD_ID');
    return readFileSync(written, 'utf8').trim();
  });
}
