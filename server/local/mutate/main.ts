import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runEdge } from './edge.ts';
import { findMutations, type Mutation } from './mutations.ts';

// npm run mutate [-- word…]: takes out one guard, scope predicate, token check, escape or audit record at a time, on a
// scratch copy, and runs the tests that must notice. Words choose by kind or file; --list only shows the list, --edge
// takes out a few that only a browser meets, with a build and a run of the suite's spec for each.
const COPY = '.data/mutate';
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');
const chosen = findMutations(files.filter((file) => /\.tsx?$/.test(file))).filter(
  ({ kind, file }) => words.length === 0 || words.some((word) => kind === word || file.includes(word)),
);

if (process.argv.includes('--list')) {
  for (const mutation of chosen) console.log(inWords(mutation));
  console.log(`${chosen.length} mutations`);
  process.exit();
}

/** The copy shares packages with the checkout and nothing else. */
function makeCopy(): void {
  rmSync(COPY, { recursive: true, force: true });
  for (const file of files) {
    mkdirSync(dirname(join(COPY, file)), { recursive: true });
    cpSync(file, join(COPY, file));
  }
  symlinkSync(resolve('node_modules'), join(COPY, 'node_modules'));
}

/** The first test file that notices; undefined where none does. */
function noticedBy(mutation: Mutation): string | undefined {
  const place = join(COPY, mutation.file);
  const whole = readFileSync(place, 'utf8');
  writeFileSync(place, mutation.text);
  try {
    const own = mutation.file.replace(/\.ts$/, '.test.ts');
    const tests = [own, ...mutation.tests].flatMap((pattern) => globSync(pattern, { cwd: COPY }));
    return [...new Set(tests)].find(fails);
  } finally {
    writeFileSync(place, whole);
  }
}

/** Twice: on a busy machine a test may fail once for want of time. */
function fails(test: string): boolean {
  return !passes(test) && !passes(test);
}

function passes(test: string): boolean {
  const { status } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--test', '--test-timeout=60000', '--test-reporter=dot', test],
    { cwd: COPY, stdio: 'ignore', timeout: 120_000, env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
  );
  return status === 0;
}

function inWords({ kind, file, line, lost }: Mutation): string {
  return `${kind.padEnd(7)} ${file}:${line}  ${lost.length > 90 ? `${lost.slice(0, 89)}…` : lost}`;
}

makeCopy();
if (process.argv.includes('--edge')) {
  const unnoticed = runEdge(COPY);
  rmSync(COPY, { recursive: true });
  process.exit(unnoticed.length);
}
const tests = [...new Set(chosen.flatMap((mutation) => mutation.tests))].flatMap((test) =>
  globSync(test, { cwd: COPY }),
);
const broken = [...new Set(tests)].filter(fails);
if (broken.length > 0) {
  console.error(`These fail with everything in its place, so they can tell nothing: ${broken.join(', ')}`);
  process.exit(1);
}
const survivors: Mutation[] = [];
for (const mutation of chosen) {
  const started = Date.now();
  const test = noticedBy(mutation);
  if (!test) survivors.push(mutation);
  const seconds = ((Date.now() - started) / 1_000).toFixed(1);
  console.log(
    `${test ? '✓' : '✗'} ${inWords(mutation)}\n    ${test ? `noticed by ${test}` : 'nobody notices'} (${seconds} s)`,
  );
}
console.log(`\n${chosen.length - survivors.length} of ${chosen.length} noticed`);
for (const mutation of survivors) console.log(`✗ ${inWords(mutation)}`);
rmSync(COPY, { recursive: true });
process.exitCode = survivors.length > 0 ? 1 : 0;
