import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOrMakeCertificate } from '../identity/certificate.ts';
import { DEMO_PEOPLE } from '../identity/demo-people.ts';
import { buildApp } from './build-app.ts';
import { buildLake } from './build-lake.ts';
import { requireFreePorts } from './free-ports.ts';
import { type Part, type RunningPart, startPart } from './part.ts';
import { stackParts } from './parts.ts';
import { stackSettings, tlsFolder } from './settings.ts';

const RESTART_DELAY_MS = 10_000;

const running = new Map<string, RunningPart>();
let stopping = false;

async function stopAll(exitCode: number): Promise<never> {
  if (stopping) return new Promise(() => {}); // The first call ends the process.
  stopping = true;
  for (const part of [...running.values()].reverse()) await part.stop();
  process.exit(exitCode);
}

/** A part that dies is said aloud and started again after a pause; meanwhile the others must stand without it. */
async function keepRunning(part: Part, folder: string): Promise<void> {
  const started = await startPart(part, join(folder, 'logs'));
  running.set(part.name, started);
  writeFileSync(
    join(folder, 'pids.json'),
    JSON.stringify(Object.fromEntries([...running].map(([name, { pid }]) => [name, pid]))),
  );
  void started.ended.then(async (cause) => {
    running.delete(part.name);
    if (stopping) return;
    console.log(`  ! ${part.name} ended (${cause}); starting it again in ${RESTART_DELAY_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, RESTART_DELAY_MS));
    if (!stopping)
      await keepRunning(part, folder).catch((error: Error) => console.log(`  ! ${error.message}`));
  });
}

try {
  const asked = process.argv.includes('--https') ? { IDENTITY_HTTPS: 'yes' } : {};
  const settings = stackSettings({ ...process.env, ...asked });
  await requireFreePorts(settings.ports);
  mkdirSync(settings.folder, { recursive: true });
  if (settings.https) await readOrMakeCertificate(tlsFolder(settings.folder), new Date());
  buildLake(settings.lakeRoot);
  buildApp();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0));
  for (const part of stackParts(settings)) {
    await keepRunning(part, settings.folder);
    console.log(`  ✓ ${part.name}`);
  }
  const accounts = DEMO_PEOPLE.map(({ account, duty }) => `    ${account.padEnd(24)} ${duty}`).join('\n');
  console.log(
    `\n  Retail Pulse is at http://localhost:${settings.ports.app}\n\n  Sign in as\n${accounts}\n\n  Logs: ${settings.folder}/logs   Stop: Ctrl-C`,
  );
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  await stopAll(1);
}
