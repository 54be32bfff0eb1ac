import 'server-only';
import { Redis } from 'ioredis';
import { log } from './log.ts';

/** A command that is not answered by then has failed; TCP alone may hide a dead server for 13 minutes. */
const COMMAND_TIMEOUT_MS = 2_000;

export interface RedisConnection {
  /** Shown in CLIENT LIST and in log lines. */
  readonly name: string;
  /** For a connection that waits for news: the longest it blocks, in milliseconds. Such a connection is nobody else's. */
  readonly blockMs?: number;
}

/**
 * A connection that keeps itself: it redials with growing, jittered pauses for as long as it takes, and while the
 * server is away every command fails within the time-out instead of queueing up.
 * @param url redis:// or rediss://, with user, password and port as needed
 */
export function connectRedis(url: string, { name, blockMs = 0 }: RedisConnection): Redis {
  const redis = new Redis(url, {
    connectionName: name,
    connectTimeout: 3_000,
    commandTimeout: COMMAND_TIMEOUT_MS + blockMs,
    keepAlive: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => redialPause(attempt, Math.random()),
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  });
  let wasDown = false;
  redis.on('error', (error: Error) => {
    if (!wasDown) log('warn', 'redis.unreachable', { connection: name, reason: error.message });
    wasDown = true;
  });
  redis.on('ready', () => {
    if (wasDown) log('info', 'redis.back', { connection: name });
    wasDown = false;
  });
  return redis;
}

/** Milliseconds before the next dial: doubling to 2 s, spread by half so that many clients do not return at once. */
export function redialPause(attempt: number, random: number): number {
  const ceiling = Math.min(2_000, 50 * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling * (0.5 + random / 2));
}

/** After a command that was never answered: drop the socket and dial anew, for it may lead to a dead server. */
export function redialAfter(error: unknown, ...connections: readonly Redis[]): void {
  if (!(error instanceof Error) || error.message !== 'Command timed out') return;
  for (const connection of connections) connection.disconnect(true);
}
