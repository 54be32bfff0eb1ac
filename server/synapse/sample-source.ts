import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeGoldSource } from './gold-source.ts';
import { writeSampleLake } from './sample-chain.ts';

/** The sample chain behind the local TDS endpoint, and the environment that leads there. For tests. */
export async function startSampleSource(): Promise<{ readonly root: string; close(): Promise<void> }> {
  const root = mkdtempSync(join(tmpdir(), 'retail-pulse-questions-'));
  await writeSampleLake(root, 'build-a');
  const checkout = fileURLToPath(new URL('../../', import.meta.url));
  const tds = spawn(process.execPath, ['--conditions=react-server', 'server/local/tds/main.ts'], {
    cwd: checkout,
    env: {
      ...process.env,
      TDS_PORT: '0',
      LAKE_ROOT: root,
      TDS_SQL_LOGIN: 'reader',
      TDS_SQL_PASSWORD: 'secret',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await listeningPort(tds);
  Object.assign(process.env, {
    SESSION_SECRET: 's'.repeat(32),
    SQL_HOST: '127.0.0.1',
    SQL_PORT: String(port),
    SQL_DATABASE: 'retail',
    SQL_ENCRYPT: 'off',
    SQL_USER: 'reader',
    SQL_PASSWORD: 'secret',
    REDIS_URL: 'redis://127.0.0.1:1',
    ENTRA_TENANT_ID: 'tenant',
    ENTRA_AUTHORITY: 'https://login.example/tenant',
    ENTRA_SPA_CLIENT_ID: 'spa',
    ENTRA_API_CLIENT_ID: 'api',
    ENTRA_API_CLIENT_SECRET: 'secret',
  });
  return {
    root,
    close: async () => {
      await closeGoldSource();
      if (tds.exitCode === null) {
        tds.kill('SIGTERM');
        await once(tds, 'exit');
      }
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function listeningPort({ stdout }: ChildProcess): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  let said = '';
  stdout?.on('data', (text) => {
    said += text;
    const port = /"tds\.listening","port":(\d+)/.exec(said)?.[1];
    if (port) resolve(Number(port));
  });
  return promise;
}
