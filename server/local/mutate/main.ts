import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runEdge } from './edge.ts';
import { findMutations, type Mutation } from './mutations.ts';

// npm run mutate [-- word…]: takes out one guard, scope predicate, token check, escape or audit record at a time, on
// scratch copies, one for each processor, and runs the tests that must notice. Words choose by kind or file; --list only shows the list, --edge
// takes out a few that only a browser meets, with a build and a run of the suite's spec for each.
const COPIES = Array.from({ length: availableParallelism() }, (_, nth) => `.data/mutate-${nth}`);
const { values: asked, positionals: words } = readWords();
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');
const chosen = findMutations(files.filter((file) => /\.tsx?$/.test(file))).filter(
  ({ kind, file }) => words.length === 0 || words.some((word) => kind === word || file.includes(word)),
);

if (asked.list) {
  for (const mutation of chosen) console.log(inWords(mutation));
  console.log(`${chosen.length} mutations`);
  process.exit();
}

function readWords() {
  try {
    return parseArgs({
      options: { list: { type: 'boolean' }, edge: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    console.error(`npm run mutate [-- --list | --edge | word…]: ${(error as Error).message}`);
    process.exit(1);
  }
}

/** A copy shares packages with the checkout and nothing else. */
function makeCopy(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(file, join(copy, file));
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
}

/** The first test file that notices; undefined where none does. */
async function noticedBy(mutation: Mutation, copy: string): Promise<string | undefined> {
  const place = join(copy, mutation.file);
  const whole = readFileSync(place, 'utf8');
  writeFileSync(place, mutation.text);
  try {
    const own = mutation.file.replace(/\.ts$/, '.test.ts');
    for (const test of testsOf([own, ...mutation.tests])) if (await fails(test, copy)) return test;
    return undefined;
  } finally {
    writeFileSync(place, whole);
  }
}

function testsOf(patterns: readonly string[]): string[] {
  return [...new Set(patterns.flatMap((pattern) => globSync(pattern)))];
}

/** Twice: on a busy machine a test may fail once for want of time. */
async function fails(test: string, copy: string): Promise<boolean> {
  return !(await passes(test, copy)) && !(await passes(test, copy));
}

async function passes(test: string, copy: string): Promise<boolean> {
  const run = spawn(
    process.execPath,
    ['--conditions=react-server', '--test', '--test-timeout=60000', '--test-reporter=dot', test],
    { cwd: copy, stdio: 'ignore', timeout: 120_000, env: { ...process.env, NODE_TEST_CONTEXT: undefined } },
  );
  const [status] = await once(run, 'exit');
  return status === 0;
}

function inWords({ kind, file, line, lost }: Mutation): string {
  return `${kind.padEnd(7)} ${file}:${line}  ${lost.length > 90 ? `${lost.slice(0, 89)}…` : lost}`;
}

/** Each copy takes the next piece of work as soon as it is done with its last. */
async function shareOut<T>(work: readonly T[], take: (one: T, copy: string) => Promise<void>): Promise<void> {
  const left = work.values();
  const workers = COPIES.map(async (copy) => {
    for (const one of left) await take(one, copy);
  });
  await Promise.all(workers);
}

for (const copy of COPIES) makeCopy(copy);
process.on('exit', () => {
  for (const copy of COPIES) rmSync(copy, { recursive: true, force: true });
});
if (asked.edge) process.exit(runEdge(COPIES[0] ?? '').length);

const broken: string[] = [];
await shareOut(testsOf(chosen.flatMap((mutation) => mutation.tests)), async (test, copy) => {
  if (await fails(test, copy)) broken.push(test);
});
if (broken.length > 0) {
  console.error(`These fail with everything in its place, so they can tell nothing: ${broken.join(', ')}`);
  process.exit(1);
}
const survivors: Mutation[] = [];
await shareOut(chosen, async (mutation, copy) => {
  const started = Date.now();
  const test = await noticedBy(mutation, copy);
  if (!test) survivors.push(mutation);
  const seconds = ((Date.now() - started) / 1_000).toFixed(1);
  console.log(
    `${test ? '✓' : '✗'} ${inWords(mutation)}\n    ${test ? `noticed by ${test}` : 'nobody notices'} (${seconds} s)`,
  );
});
console.log(`\n${chosen.length - survivors.length} of ${chosen.length} noticed`);
for (const mutation of survivors) console.log(`✗ ${inWords(mutation)}`);
process.exitCode = survivors.length > 0 ? 1 : 0;
