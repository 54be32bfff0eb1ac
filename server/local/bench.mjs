// npm run bench -- <subject>: costs as ratios to the plainest way, measured in one run on one machine.
import { spawnSync } from 'node:child_process';

const BENCHES = {
  lake: 'server/local/bench/lake.ts',
  guard: 'server/auth/bench/guard.ts',
  science: 'server/lakehouse/science/bench.ts',
  live: 'server/live/bench/main.ts',
  hotpath: 'server/hotpath/bench.ts',
  till: 'server/hotpath/till-to-screen.ts',
  burst: 'server/live/bench/burst.ts',
  'slow-reader': 'server/live/bench/slow-reader.ts',
};

const [subject, ...args] = process.argv.slice(2);
const script = BENCHES[subject];
if (!script) {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join('|')}`);
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  ['--conditions=react-server', '--expose-gc', script, ...args],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
