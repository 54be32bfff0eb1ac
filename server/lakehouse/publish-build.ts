import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildingFolder, buildsFolder, currentBuildId, currentLink } from './lake-folders.ts';

/**
 * Serves a finished build from this moment on: a rename puts it among the builds, another turns the link to it.
 * The build served until now stays, for a reader may still be on it; older ones go.
 */
export function publishBuild(root: string, buildId: string): void {
  const previous = currentBuildId(root);
  mkdirSync(buildsFolder(root), { recursive: true });
  renameSync(join(buildingFolder(root), buildId), join(buildsFolder(root), buildId));
  const nextLink = join(buildingFolder(root), 'current');
  symlinkSync(join('builds', buildId), nextLink);
  renameSync(nextLink, currentLink(root));
  for (const old of readdirSync(buildsFolder(root)))
    if (old !== buildId && old !== previous) rmSync(join(buildsFolder(root), old), { recursive: true });
}
