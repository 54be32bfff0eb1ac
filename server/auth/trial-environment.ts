import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type RedisServer, startRedisServer } from '#server/shared/redis-server.ts';

export interface TrialEnvironment {
  readonly origin: string;
  readonly redis: RedisServer;
  close(): Promise<void>;
}

/**
 * For tests of handlers: a Redis of their own and an environment that names it. No warehouse answers at the port of SQL
 * unless the test gives one. To be called before anything that reads the environment is loaded.
 */
export async function trialEnvironment({ sqlPort = 1 } = {}): Promise<TrialEnvironment> {
  const folder = mkdtempSync(join(tmpdir(), 'handlers-'));
  const redis = await startRedisServer({ folder, port: await freePort() });
  const origin = 'http://localhost:3000';
  Object.assign(process.env, {
    APP_ORIGIN: origin,
    SESSION_SECRET: 'a secret of more than thirty-two characters',
    CUSTOMER_HASH_KEY: 'a key of more than thirty-two characters',
    SQL_HOST: '127.0.0.1',
    SQL_PORT: String(sqlPort),
    SQL_DATABASE: 'retail',
    SQL_ENCRYPT: 'off',
    SQL_USER: 'reader',
    SQL_PASSWORD: 'secret',
    SQL_CONNECT_TIMEOUT_MS: '500',
    SQL_DEADLINE_MS: '1000',
    REDIS_URL: redis.url,
    ENTRA_TENANT_ID: 'tenant',
    ENTRA_AUTHORITY: 'https://login.example/tenant',
    ENTRA_SPA_CLIENT_ID: 'spa',
    ENTRA_API_CLIENT_ID: 'api',
    ENTRA_API_CLIENT_SECRET: 'unused',
  });
  const close = async () => {
    await redis.stop();
    rmSync(folder, { recursive: true });
  };
  return { origin, redis, close };
}
