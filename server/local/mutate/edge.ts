import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A guard that only a browser meets: what stands in its place, and which spec must notice. */
interface EdgeMutation {
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly spec: readonly string[];
}

const CHAIN = ['--project=chain'];
export const EDGE: readonly EdgeMutation[] = [
  {
    what: 'pages ask no role',
    file: 'server/auth/require-role.ts',
    find: 'turnAway(requireRole(...PAGES[page].roles)',
    replace: 'turnAway(requireRole(...ROLES)',
    spec: [...CHAIN, 'chain/sign-in', '-g', 'no import report'],
  },
  {
    what: 'answers bear no policy of content',
    file: 'proxy.ts',
    find: "response.headers.set('content-security-policy', policy);",
    replace: '',
    spec: [...CHAIN, 'authority/routes', '-g', 'bears the headers'],
  },
  {
    what: 'a session outlives its sign-out',
    file: 'server/auth/session.ts',
    find: 'await endSession(watch.redis, session.id, session.expiresAt, new Date())',
    replace: 'await Promise.resolve()',
    spec: [...CHAIN, 'authority/authority', '-g', 'sign-out in one tab'],
  },
];

/** Builds the copy without one guard at a time, starts it, and answers with what no spec noticed. */
export function runEdge(copy: string): readonly string[] {
  makeStandAlone(copy);
  const passes = (spec: readonly string[]) => {
    const { status } = spawnSync(
      'npx',
      ['playwright', 'test', '--config', 'e2e/playwright.config.ts', ...spec],
      {
        cwd: copy,
        stdio: 'inherit',
        env: { ...process.env, E2E_PORT_OFFSET: process.env['E2E_PORT_OFFSET'] ?? '60' },
      },
    );
    return status === 0;
  };
  const unnoticed: string[] = [];
  for (const { what, file, find, replace, spec } of EDGE) {
    const place = join(copy, file);
    const whole = readFileSync(place, 'utf8');
    if (!whole.includes(find)) throw new Error(`${file} no longer holds ${find}`);
    if (!passes(spec)) throw new Error(`${spec.join(' ')} fails with everything in its place`);
    writeFileSync(
      place,
      whole.replace(find, () => replace),
    );
    const noticed = !passes(spec);
    writeFileSync(place, whole);
    console.log(
      `${noticed ? '✓' : '✗'} ${what}: ${noticed ? 'noticed by' : 'not noticed by'} ${spec.join(' ')}`,
    );
    if (!noticed) unnoticed.push(what);
  }
  return unnoticed;
}

/** The framework wants packages of its own, the build a repository; the lake is the same with and without a guard. */
function makeStandAlone(copy: string): void {
  unlinkSync(join(copy, 'node_modules'));
  execFileSync('cp', ['-al', resolve('node_modules'), join(copy, 'node_modules')]);
  execFileSync('git', ['init', '-q'], { cwd: copy });
  execFileSync('git', ['add', '-A'], { cwd: copy });
  const lake = '.data/e2e/chain-lake';
  if (!existsSync(lake)) throw new Error('Run npm test -- browser once: it makes the lake of the suite.');
  mkdirSync(join(copy, '.data/e2e'), { recursive: true });
  if (!existsSync(join(copy, lake))) symlinkSync(resolve(lake), join(copy, lake));
}
