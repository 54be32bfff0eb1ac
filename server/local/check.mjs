// npm test: everything that is proved on every change, fast things first.
import { spawnSync } from 'node:child_process';
import { installPackages, pinnedEnvironment, requireProgram, stop } from './prepare.mjs';

const NODE_TEST = [
  'node',
  '--conditions=react-server',
  '--test',
  '--test-timeout=600000',
  '--test-concurrency=2',
  '--test-reporter=spec',
];
const STAGES = [
  ['types', ['tsc', '-p', '.']],
  ['lint and format', ['biome', 'check', '--error-on-warnings', '.']],
  ['the words and the house', [...NODE_TEST, 'lib/**/*.test.ts', 'components/**/*.test.ts']],
  ['the server, against real endpoints', [...NODE_TEST, 'server/**/*.test.ts', 'app/**/*.test.ts']],
  ['production build', ['node', '--conditions=react-server', 'server/local/stack/build-app.ts']],
  ['a browser', ['playwright', 'test', '--config', 'e2e/playwright.config.ts']],
];

installPackages();
requireProgram(['redis-server'], 'redis-server');
requireProgram(['chromium', 'google-chrome', 'chromium-browser'], 'chromium');

const env = pinnedEnvironment();
const wanted = process.argv.slice(2);
for (const [name, [command, ...args]] of STAGES) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (status !== 0) stop(`✗ ${name} failed.`);
  console.log(`✓ ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
}
