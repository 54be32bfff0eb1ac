// npm run prove: what takes too long for every change. Steps end within ten minutes each, are decided by their seeds, and
// are taken up where the last run for the same commit stopped; `npm run prove -- --again` begins anew, other words choose.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { installPackages, pinnedEnvironment, stop } from './prepare.mjs';

const test = (file, env) => [
  'node',
  ['--conditions=react-server', '--test', '--test-reporter=spec', file],
  env,
];
const LAKE = 'server/lakehouse';

/** Name, then program, arguments and environment. */
const STEPS = [
  ...[1, 2, 3].map((seed) => [
    `building on is building anew, seed ${seed}`,
    ...test(`${LAKE}/incremental.test.ts`, { PROPERTY_SEED: `${seed}`, PROPERTY_RUNS: '40' }),
  ]),
  ...[1, 2].map((seed) => [
    `files in any order and number, seed ${seed}`,
    ...test(`${LAKE}/online-retail/order-of-files.test.ts`, {
      PROPERTY_SEED: `${seed}`,
      PROPERTY_RUNS: '60',
    }),
  ]),
  ...[1, 2, 3].map((seed) => [
    `thirty imports killed, seed ${seed}`,
    ...test(`${LAKE}/killed-build.test.ts`, { PROPERTY_SEED: `${seed}`, KILLS: '30' }),
  ]),
  [
    'baskets and customers against the truth of five stores',
    ...test(`${LAKE}/chain/customers-truth.test.ts`, { TRUTH_STORES: '5' }),
  ],
  ...[1, 2].map((seed) => [
    `a hundred thousand events under sixty kills, seed ${seed}`,
    'node',
    ['--conditions=react-server', 'server/hotpath/history/main.ts'],
    { SEED: `${seed}` },
  ]),
  [
    'ten thousand readers come and go',
    'node',
    ['--conditions=react-server', 'server/live/bench/churn.ts'],
    {},
  ],
  ...[1, 2, 3, 4, 5].map((seed) => [
    `two thousand requests at every door, seed ${seed}`,
    'playwright',
    ['test', '--config', 'e2e/playwright.config.ts', '--project=chain', 'authority/differential'],
    { AUTHORITY_CASES: '2100', AUTHORITY_SEED: `${seed}` },
  ]),
  [
    'a thousand heavy pages asked for at once',
    'playwright',
    ['test', '--config', 'e2e/playwright.config.ts', '--project=chain', 'authority/flood'],
    { FLOOD_REQUESTS: '1000' },
  ],
];

installPackages();
const env = pinnedEnvironment();
const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
const folder = '.data/prove';
const record = `${folder}/${commit}.json`;
mkdirSync(folder, { recursive: true });
const words = process.argv.slice(2).filter((word) => word !== '--again');
const proved =
  existsSync(record) && !process.argv.includes('--again') ? JSON.parse(readFileSync(record, 'utf8')) : [];

for (const [name, command, args, own] of STEPS) {
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
  if (proved.includes(name)) {
    console.log(`✓ ${name} (proved before)`);
    continue;
  }
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...env, ...own },
    timeout: 600_000,
  });
  if (status !== 0) stop(`✗ ${name} failed, or took more than ten minutes.`);
  proved.push(name);
  writeFileSync(record, JSON.stringify(proved));
  console.log(`✓ ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
}
