import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** Ends the server after it has written its data. */
  stop(): Promise<void>;
}

/**
 * A real redis-server as a child process on 127.0.0.1, for the laptop and for tests.
 * @param folder where it keeps its append-only file; made when missing
 * @param appendfsync `always` loses nothing it has answered to, whenever it is killed
 * @throws RedisServerError when it ends or does not answer within 10 s
 */
export async function startRedisServer(options: {
  folder: string;
  port: number;
  appendfsync?: 'everysec' | 'always';
}): Promise<RedisServer> {
  const { folder, port, appendfsync = 'everysec' } = options;
  mkdirSync(folder, { recursive: true });
  const flags = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    appendfsync,
    save: '300 1',
    daemonize: 'no',
  };
  const args = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, String(value)]);
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const pipe of [child.stdout, child.stderr]) {
    pipe.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-500);
    });
  }
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', () => {
    failure ??= said.trim();
  });
  const url = `redis://127.0.0.1:${port}`;
  await untilAnswering(url, () => failure);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { url, port, child, stop };
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new RedisServerError('no free port');
  return address.port;
}

async function untilAnswering(url: string, failure: () => string | undefined): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => 50 });
  redis.on('error', () => {}); // Refused while the server is still starting; the deadline below speaks for it.
  try {
    for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(50)) {
      const reason = failure();
      if (reason !== undefined) throw new RedisServerError(reason);
      if ((await redis.ping().catch(() => '')) === 'PONG') return;
    }
    throw new RedisServerError('no answer within 10 s');
  } finally {
    redis.disconnect();
  }
}

export class RedisServerError extends Error {
  readonly code = 'REDIS_SERVER_FAILED';
  constructor(reason: string) {
    super(`redis-server did not start: ${reason}`);
    this.name = 'RedisServerError';
  }
}
