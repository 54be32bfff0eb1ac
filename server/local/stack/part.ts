import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** One process of the stack. */
export interface Part {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  /** True once the part's own output, or a question put to it, shows that it answers. */
  readonly isReady: (output: string) => boolean | Promise<boolean>;
}

export interface RunningPart {
  readonly name: string;
  readonly pid: number;
  /** Settles when the process has ended, with what ended it. */
  readonly ended: Promise<string>;
  /** SIGTERM, then SIGKILL after five seconds. */
  stop(): Promise<void>;
}

const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 5_000;

/**
 * Starts a part in a process group of its own, so that Ctrl-C reaches the supervisor alone and the parts end in
 * order. What it prints goes to `<logFolder>/<name>.log`.
 * @throws PartFailedError with the part's last words, when it ends or stays silent instead of getting ready
 */
export async function startPart(part: Part, logFolder: string): Promise<RunningPart> {
  mkdirSync(logFolder, { recursive: true });
  const log = createWriteStream(join(logFolder, `${part.name}.log`));
  const [program, ...args] = part.command;
  const child = spawn(program, args, {
    env: { ...process.env, ...part.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const pipe of [child.stdout, child.stderr]) {
    pipe.pipe(log, { end: false });
    pipe.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
    });
  }
  const ended = endOf(child);
  let over = false;
  void ended.then(() => {
    over = true;
    log.end();
  });
  for (const deadline = Date.now() + START_DEADLINE_MS; !(await part.isReady(output)); await pause(100)) {
    if (over) throw new PartFailedError(part.name, lastWords(output) || (await ended));
    if (Date.now() > deadline) {
      await stopChild(child, ended);
      throw new PartFailedError(
        part.name,
        `no answer within ${START_DEADLINE_MS / 1000} s. ${lastWords(output)}`,
      );
    }
  }
  return { name: part.name, pid: child.pid ?? 0, ended, stop: () => stopChild(child, ended) };
}

async function endOf(child: ChildProcess): Promise<string> {
  const failed = once(child, 'error').then(([error]) => (error as Error).message);
  const exited = once(child, 'exit').then(([code, signal]) =>
    signal === null ? `exit code ${code}` : `signal ${signal}`,
  );
  return Promise.race([failed, exited]);
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
  await ended;
  clearTimeout(late);
}

function lastWords(output: string): string {
  return output.trim().split('\n').slice(-6).join('\n');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export class PartFailedError extends Error {
  readonly code = 'PART_FAILED';
  constructor(name: string, reason: string) {
    super(`${name} did not start: ${reason}`);
    this.name = 'PartFailedError';
  }
}
