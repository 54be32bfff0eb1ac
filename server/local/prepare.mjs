// Runs before anything is installed, on any Node from 20 on: built-ins only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const BIN = join(process.cwd(), 'node_modules', '.bin');
const INSTALLED = join('node_modules', '.installed-lock');

/** Ends the program with one line that says what to do. */
export function stop(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0;
}

/** Installs the packages of the lock file, when they are not the ones already there. */
export function installPackages() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop(`Node 20 or later is needed to start; this is ${process.version}.`);
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === lock) return;
  console.log('Installing packages …');
  if (!run('npm', ['ci'], { shell: process.platform === 'win32' })) stop('npm ci failed; see above.');
  writeFileSync(INSTALLED, lock);
}

function onPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder && existsSync(join(folder, program)));
}

/** Makes sure one of `programs` is on PATH, through apt where that can be done without asking. */
export function requireProgram(programs, debianPackage) {
  if (programs.some(onPath)) return;
  const root = process.getuid?.() === 0;
  const mayInstall =
    onPath('apt-get') && (root || (onPath('sudo') && run('sudo', ['-n', 'true'], { stdio: 'ignore' })));
  if (mayInstall) {
    console.log(`Installing ${debianPackage} …`);
    const apt = (...args) => {
      const options = {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      };
      return root ? run('apt-get', args, options) : run('sudo', ['-n', 'apt-get', ...args], options);
    };
    apt('update', '-q');
    apt('install', '-yq', '--no-install-recommends', debianPackage);
  }
  if (!programs.some(onPath))
    stop(
      `${programs[0]} is needed and was not found. Install it (Debian: apt-get install ${debianPackage}) and try again.`,
    );
}

/** Environment for everything that follows: the pinned Node of the packages comes first on PATH. */
export function pinnedEnvironment() {
  mkdirSync('.data', { recursive: true });
  return {
    ...process.env,
    PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}`,
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
