import { existsSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * The storage tree of one lake:
 *   <root>/builds/<buildId>/bronze/<system>/<table>/part-*.parquet
 *   <root>/builds/<buildId>/{silver,gold}/<table>/[year=YYYY/month=MM/]part-0.parquet
 *   <root>/building/<buildId>   the build being made; never read
 *   <root>/remembered/<key>.v8 what long reckoning came to, for the next build
 *   <root>/current              symlink to the build that is served
 */
export function lakeRootOf({ LAKE_ROOT }: Readonly<Record<string, string | undefined>>): string {
  return LAKE_ROOT ?? '.data/lake';
}

export const buildsFolder = (root: string) => join(root, 'builds');
export const buildingFolder = (root: string) => join(root, 'building');
export const currentLink = (root: string) => join(root, 'current');

/**
 * Absolute folder of the build now served. Ask once and keep to the answer: the link moves with the next build,
 * and the build it left stays on disk for one build more.
 * @throws NoLakeError where nothing was built yet.
 */
export function currentBuild(root: string): string {
  if (!existsSync(currentLink(root))) throw new NoLakeError(root);
  return realpathSync(currentLink(root));
}

/** Id of the build now served, or undefined before the first. */
export function currentBuildId(root: string): string | undefined {
  return existsSync(currentLink(root)) ? basename(readlinkSync(currentLink(root))) : undefined;
}

export class NoLakeError extends Error {
  readonly code = 'NO_LAKE';
  constructor(root: string) {
    super(`There is no lake in ${root} yet: npm run lake -- generate, or npm run lake -- import <folder>`);
    this.name = 'NoLakeError';
  }
}
