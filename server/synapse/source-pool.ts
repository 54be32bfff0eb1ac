import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'tarn';
import { RetryBudget } from './retry-budget.ts';
import {
  closeConnection,
  openConnection,
  type SourceAddress,
  type SourceConnection,
} from './source-connection.ts';
import { readFault } from './source-fault.ts';
import { type ParameterTransport, runStatement, type Statement, type StatementResult } from './statement.ts';

export interface SourcePoolOptions extends SourceAddress {
  readonly maxConnections: number;
  /** Waiting for a connection, every attempt and the answer, together. */
  readonly deadlineMs: number;
  readonly transport: ParameterTransport;
}

export interface SourcePool {
  /** @throws SourceDeadlineError, the signal's reason, or the driver's error of the last attempt. */
  ask(statement: Statement, signal?: AbortSignal): Promise<StatementResult>;
  close(): Promise<void>;
}

const MAX_ATTEMPTS = 4;
const FIRST_BACKOFF_MS = 150;
const MAX_BACKOFF_MS = 2_000;
// A connection idle for longer is closed, not checked: a middlebox may have dropped it without a word.
const IDLE_MS = 20_000;

export function makeSourcePool(options: SourcePoolOptions): SourcePool {
  const budget = new RetryBudget();
  const pool = new Pool<SourceConnection>({
    create: () => openConnection(options),
    destroy: closeConnection,
    validate: (connection) => !connection.isBroken() && Date.now() < connection.retireAt,
    min: 0,
    max: options.maxConnections,
    // Waiting is bounded by the deadline of the asking itself.
    acquireTimeoutMillis: options.deadlineMs + 5_000,
    createTimeoutMillis: options.connectTimeoutMs + 5_000,
    idleTimeoutMillis: IDLE_MS,
    propagateCreateError: true,
  });

  async function attempt(statement: Statement, signal: AbortSignal): Promise<StatementResult> {
    const connection = await borrow(signal);
    const { result, idle } = runStatement(connection.tedious, statement, options.transport, signal);
    void idle.then(() => pool.release(connection));
    return result;
  }

  async function borrow(signal: AbortSignal): Promise<SourceConnection> {
    signal.throwIfAborted();
    const pending = pool.acquire();
    const giveUp = (): void => pending.abort();
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      return await pending.promise;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }

  async function ask(statement: Statement, caller?: AbortSignal): Promise<StatementResult> {
    const deadline = new AbortController();
    const timer = setTimeout(
      () => deadline.abort(new SourceDeadlineError(options.deadlineMs)),
      options.deadlineMs,
    );
    const signal = caller ? AbortSignal.any([caller, deadline.signal]) : deadline.signal;
    budget.recordRequest();
    try {
      for (let attempts = 1; ; attempts++) {
        try {
          return await attempt(statement, signal);
        } catch (error) {
          if (signal.aborted || attempts === MAX_ATTEMPTS) throw error;
          if (!readFault(error).retryable || !budget.spendRetry()) throw error;
          await sleep(backoffMs(attempts), undefined, { signal }).catch(() => {
            caller?.throwIfAborted();
            throw error;
          });
        }
      }
    } finally {
      clearTimeout(timer);
    }
  }

  return { ask, close: async () => void (await pool.destroy()) };
}

/** Doubles with each attempt, and a random half of it is left out so that many askers do not return together. */
function backoffMs(attempts: number): number {
  const full = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempts - 1));
  return full / 2 + (Math.random() * full) / 2;
}

export class SourceDeadlineError extends Error {
  readonly code = 'SOURCE_DEADLINE';
  constructor(deadlineMs: number) {
    super(`The data source did not answer within ${deadlineMs} ms`);
    this.name = 'SourceDeadlineError';
  }
}
