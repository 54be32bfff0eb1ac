import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#server/shared/redis-server.ts';
import { trialEnvironment } from '../trial-environment.ts';

// npm run bench -- guard: what session, role and scope cost, against an empty page of the same build. CPU time of the
// processes, not the clock: it hardly minds what else the machine does.
const PAGES = 1_500;
const GUARDS = 20_000;
const PEOPLE = 100;
const AT_ONCE = 8;
const MOST = 0.05;
/** Waits for the connection of a request and says one line: the emptiest page there is. */
const EMPTY_PAGE = '/auth/redirect';

Object.assign(process.env, { NODE_ENV: 'production' });
execFileSync(process.execPath, ['--conditions=react-server', 'server/local/stack/build-app.ts'], {
  stdio: 'inherit',
});
const { redis, close } = await trialEnvironment();
try {
  const page = await cpuOfPage();
  const guard = await cpuOfGuard();
  const ratio = guard / page;
  console.log(`empty page     ${page.toFixed(3)} ms CPU (${PAGES} requests)`);
  console.log(
    `guard          ${guard.toFixed(3)} ms CPU (${GUARDS} times session, pace, role and scope, against Redis)`,
  );
  console.log(
    `guard / page   ${(100 * ratio).toFixed(1)} %, ${100 * MOST} % at most ${ratio <= MOST ? '✓' : '✗'}`,
  );
  process.exitCode = ratio <= MOST ? 0 : 1;
} finally {
  await close();
  setTimeout(() => process.exit(), 500).unref();
}

/** Milliseconds of CPU of one request for the empty page. */
async function cpuOfPage(): Promise<number> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const app = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '--port', String(port)], {
    env: { ...process.env, APP_ORIGIN: origin, REDIS_URL: redis.url },
    stdio: 'ignore',
  });
  try {
    while (!(await fetch(`${origin}/api/health`).catch(() => null))?.ok) await sleep(100);
    const ask = async (count: number) => {
      let left = count;
      const one = async () => {
        while (left-- > 0) await (await fetch(`${origin}${EMPTY_PAGE}`)).text();
      };
      await Promise.all(Array.from({ length: AT_ONCE }, one));
    };
    await ask(300); // The engine has seen the code by then.
    const before = cpuOf(app);
    await ask(PAGES);
    return (cpuOf(app) - before) / PAGES;
  } finally {
    app.kill('SIGKILL');
  }
}

/** User and system time of a process in milliseconds, as Linux counts it: in hundredths of a second. */
function cpuOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** Milliseconds of CPU of one proof of who asks, as what, and for which rows. */
async function cpuOfGuard(): Promise<number> {
  const { asked, trialCookie } = await import('../trial-request.ts');
  const { requireRole } = await import('../require-role.ts');
  // Nobody asks so often alone: the pace of a person is part of the guard.
  const person = { roles: ['store-manager' as const], stores: ['S-003', 'S-004'] };
  const cookies = await Promise.all(Array.from({ length: PEOPLE }, () => trialCookie(person)));
  const prove = async (count: number) => {
    let left = count;
    const one = async () => {
      while (left-- > 0) {
        const request = new Request('http://localhost:3000/sales', {
          headers: { cookie: cookies[left % PEOPLE] ?? '' },
        });
        await asked(request, () => requireRole('store-manager'));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  };
  await prove(300);
  const before = process.cpuUsage();
  await prove(GUARDS);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / GUARDS;
}
