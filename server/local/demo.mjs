// npm run demo: one command from a bare checkout to a running product.
import { spawn } from 'node:child_process';
import { installPackages, pinnedEnvironment, requireProgram } from './prepare.mjs';

installPackages();
requireProgram(['redis-server'], 'redis-server');

const demo = spawn(
  'node',
  ['--conditions=react-server', 'server/local/stack/main.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: pinnedEnvironment(),
  },
);
// The stack ends its parts in order; this process only waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => demo.kill('SIGTERM'));
demo.on('exit', (code) => process.exit(code ?? 1));
