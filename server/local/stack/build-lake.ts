import { spawnSync } from 'node:child_process';
import { existsSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lakeRootOf } from '#server/lakehouse/lake-folders.ts';
import { programDigest } from '#server/lakehouse/program.ts';
import { isStamped, stamp } from './inputs.ts';

/**
 * Makes sure there is a lake to serve: the generated chain where nothing was built, or where the generator has
 * changed since it built what is served. An imported lake is the person's own and stays.
 */
export function buildLake(lakeRoot: string): void {
  const digest = programDigest();
  const stampFile = join(lakeRoot, 'generated-from');
  const served = servedBuild(lakeRoot);
  if (served !== undefined && (!existsSync(stampFile) || isStamped(stampFile, `${digest} ${served}`))) return;
  console.log('Building the lake of a small chain (about two minutes) …');
  const { status } = spawnSync(
    'node',
    ['--conditions=react-server', 'server/lakehouse/main.ts', 'generate'],
    {
      stdio: 'inherit',
      env: { ...process.env, LAKE_ROOT: lakeRoot },
    },
  );
  if (status !== 0) throw new Error('The lake could not be built; see above.');
  stamp(stampFile, `${digest} ${servedBuild(lakeRoot)}`);
}

function servedBuild(lakeRoot: string): string | undefined {
  const current = join(lakeRoot, 'current');
  return existsSync(current) ? basename(readlinkSync(current)) : undefined;
}

if (import.meta.main) buildLake(lakeRootOf(process.env));
