import { spawnSync } from 'node:child_process';
import { digestOf, isStamped, stamp } from './inputs.ts';

const INPUTS = [
  'app',
  'components',
  'lib',
  'public',
  'server',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const STAMP = '.next/built-from';

/** Builds the app for production unless the build at hand was made from these very files. */
export function buildApp(): void {
  const digest = digestOf(INPUTS);
  if (isStamped(STAMP, digest)) return;
  console.log('Building the app (about a minute) …');
  const { status } = spawnSync('next', ['build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('next build failed; see above.');
  stamp(STAMP, digest);
}

if (import.meta.main) buildApp();
