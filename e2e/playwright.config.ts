import { existsSync } from 'node:fs';
import { defineConfig } from 'playwright/test';
import { CHAIN, DECEMBER, decemberFiles, environmentOf, INTRANET, originOf, type Stack } from './stacks.ts';

const SYSTEM_CHROMIUM = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const december = decemberFiles();
if (!december)
  console.log(
    'The December 2010 files are not at hand (RETAIL_PULSE_DATA): the specs of the import are left out.',
  );

/** `--project=chain` and `--project chain` start that stack alone. */
const asked = process.argv
  .flatMap((word, at) =>
    word === '--project' ? [process.argv[at + 1]] : [/^--project=(.*)/.exec(word)?.[1]],
  )
  .filter((name) => name !== undefined);
const isAsked = (stack: Stack) => asked.length === 0 || asked.includes(stack.name);

const STACK = 'node server/local/demo.mjs';
/** From the chain's lake, which is there already where the chain is asked too. */
const HOSTILE_LAKE = `LAKE_ROOT=${CHAIN.lakeRoot} node --conditions=react-server server/local/stack/build-lake.ts && node e2e/hostile/hostile-lake.ts ${CHAIN.lakeRoot} ${INTRANET.lakeRoot}`;
const server = (stack: Stack, command: string) => ({
  command,
  cwd: '..',
  url: `${originOf(stack)}/api/health`,
  env: environmentOf(stack),
  timeout: 600_000,
  reuseExistingServer: false,
  stdout: 'pipe' as const,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
});

export default defineConfig({
  testDir: '.',
  outputDir: '../.data/e2e/results',
  fullyParallel: false,
  workers: 1,
  // On a shared machine a spec may be starved once; what passes at the second go is listed as flaky, not hidden.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    locale: 'en-GB',
    timezoneId: 'America/Los_Angeles',
    // Recording doubles the time of a page that lives: what fails is recorded as it is tried again, or by --trace on.
    trace: 'on-first-retry',
    // Nothing moves for the sake of moving: a skeleton's pulse is drawn sixty times a second, by the processor.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(SYSTEM_CHROMIUM && { executablePath: SYSTEM_CHROMIUM }),
      args: ['--no-sandbox', ...QUIET],
    },
  },
  projects: [
    { name: 'chain', testMatch: '{chain,authority}/*.spec.ts', use: { baseURL: originOf(CHAIN) } },
    { name: 'intranet', testMatch: '{frame,hostile}/*.spec.ts', use: { baseURL: originOf(INTRANET) } },
    ...(december
      ? [{ name: 'december', testMatch: 'december/*.spec.ts', use: { baseURL: originOf(DECEMBER) } }]
      : []),
  ],
  webServer: [
    // Its shops begin the day anew: what a spec finds must not depend on how often the suite has run.
    ...(isAsked(CHAIN)
      ? [server(CHAIN, `rm -rf ${CHAIN.folder}/appendonlydir ${CHAIN.folder}/dump.rdb && exec ${STACK}`)]
      : []),
    ...(isAsked(INTRANET) ? [server(INTRANET, `${HOSTILE_LAKE} && exec ${STACK}`)] : []),
    ...(december && isAsked(DECEMBER)
      ? [
          server(
            DECEMBER,
            `node --conditions=react-server server/lakehouse/main.ts import "${december}" && exec ${STACK}`,
          ),
        ]
      : []),
  ],
});
