import 'server-only';
import { entraConfiguration } from '#server/shared/entra.ts';
import { env } from '#server/shared/env.ts';
import { remember } from '#server/shared/remember.ts';
import { makeSourcePool, type SourcePool } from './source-pool.ts';
import { sourceTokens } from './source-token.ts';

/** The pool of this process in front of the gold views, as the environment describes them. */
export function goldSource(): SourcePool {
  return remember('gold-source', () => {
    const { SQL_USER: user, SQL_PASSWORD: password = '', ...given } = env();
    return makeSourcePool({
      host: given.SQL_HOST,
      port: given.SQL_PORT,
      database: given.SQL_DATABASE,
      encrypt: given.SQL_ENCRYPT,
      login:
        user === undefined
          ? {
              tokens: sourceTokens(
                entraConfiguration,
                given.ENTRA_API_CLIENT_ID,
                given.ENTRA_API_CLIENT_SECRET,
              ),
            }
          : { user, password },
      connectTimeoutMs: given.SQL_CONNECT_TIMEOUT_MS,
      deadlineMs: given.SQL_DEADLINE_MS,
      maxConnections: given.SQL_MAX_CONNECTIONS,
      transport: given.SQL_PARAMETERS,
    });
  });
}

/** For the end of a process: waits for questions in flight, then for every socket to close. */
export async function closeGoldSource(): Promise<void> {
  await goldSource().close();
}
