import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const PROCESSOR = `
const { createProcessor } = await import('#server/hotpath/processor.ts');
const processor = createProcessor({
  url: process.argv[1], consumer: String(process.pid), now: Date.now, random: Math.random, abandonedMs: 300 });
process.once('SIGTERM', () => processor.stop());
await processor.run();`;
const SCOPE = '{"kind":"all"}';

/** A processor as a process of its own, which can be killed. */
export function startProcessor(url: string): ChildProcess {
  const flags = ['--conditions=react-server', '--input-type=module', '--eval', PROCESSOR, '--', url];
  return spawn(process.execPath, flags, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** A hub with one reader that starts again and again and comes back where it was. */
export function startFollower(url: string): ChildProcess {
  const flags = ['--conditions=react-server', 'server/live/follow-floor.ts', url, SCOPE];
  return spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Ends a process; answers what it wrote since. */
export async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<string> {
  if (child.exitCode !== null || child.signalCode !== null) return '';
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
  return said;
}
