import 'server-only';
import { Connection, type ConnectionConfiguration } from 'tedious';
import type { SourceToken } from './source-token.ts';

/** Where the gold views are and who asks; `tokens` stands in for a SQL login against Entra. */
export interface SourceAddress {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly encrypt: 'off' | 'on' | 'strict';
  readonly login:
    | { readonly user: string; readonly password: string }
    | { readonly tokens: () => Promise<SourceToken> };
  readonly connectTimeoutMs: number;
}

/** One connection and what the pool must know before lending it. */
export interface SourceConnection {
  readonly tedious: Connection;
  /** The socket failed, or the server closed it. */
  isBroken(): boolean;
  /** Epoch milliseconds after which it must not be lent: the token behind it is about to expire. */
  readonly retireAt: number;
}

// Less than the time before which MSAL renews a token, so that a new connection always has some life.
const TOKEN_MARGIN_MS = 2 * 60_000;
const CANCEL_TIMEOUT_MS = 2_000;

/** Opens one connection with a token of its own. @throws SourceLoginError, or the driver's own error. */
export async function openConnection(address: SourceAddress): Promise<SourceConnection> {
  const token = 'tokens' in address.login ? await address.login.tokens() : undefined;
  const tedious = new Connection(configure(address, token));
  let broken = false;
  let loginErrorNumber: number | undefined;
  const breaks = (): void => {
    broken = true;
  };
  tedious.on('error', breaks);
  tedious.on('end', breaks);
  // The driver drops the number of a login error on its way to the callback, and it decides what to do.
  tedious.on('errorMessage', ({ number }) => {
    loginErrorNumber ??= number;
  });
  await new Promise<void>((resolve, reject) => {
    tedious.connect((error) => {
      if (!error) resolve();
      else
        reject(
          loginErrorNumber === undefined ? error : new SourceLoginError(loginErrorNumber, { cause: error }),
        );
    });
  });
  const retireAt = token ? retirement(token, Date.now()) : Number.POSITIVE_INFINITY;
  return { tedious, isBroken: () => broken, retireAt };
}

function retirement({ expiresAt }: SourceToken, now: number): number {
  return expiresAt - Math.min(TOKEN_MARGIN_MS, (expiresAt - now) / 2);
}

/** Resolves once the socket is really gone. */
export function closeConnection({ tedious, isBroken }: SourceConnection): Promise<void> {
  return new Promise((resolve) => {
    if (isBroken()) return resolve();
    tedious.once('end', resolve);
    tedious.close();
  });
}

export class SourceLoginError extends Error {
  readonly number: number;
  constructor(number: number, options?: ErrorOptions) {
    super(`The data source refused the login (error ${number})`, options);
    this.name = 'SourceLoginError';
    this.number = number;
  }
}

function configure(address: SourceAddress, token: SourceToken | undefined): ConnectionConfiguration {
  const { login } = address;
  return {
    server: address.host,
    authentication: token
      ? { type: 'azure-active-directory-access-token', options: { token: token.token } }
      : {
          type: 'default',
          options: 'user' in login ? { userName: login.user, password: login.password } : {},
        },
    options: {
      port: address.port,
      database: address.database,
      encrypt: address.encrypt === 'strict' ? 'strict' : address.encrypt === 'on',
      trustServerCertificate: false,
      appName: 'retail-pulse',
      connectTimeout: address.connectTimeoutMs,
      cancelTimeout: CANCEL_TIMEOUT_MS,
      // Deadlines and retries are the pool's: one budget, one clock.
      requestTimeout: 0,
      maxRetriesOnTransientErrors: 0,
      useUTC: true,
    },
  };
}
