import { join } from 'node:path';
import { hashKeyOf } from '#server/lakehouse/hash-key.ts';
import { keptSecret } from '#server/shared/kept-secret.ts';
import { certificateFile } from '../identity/certificate.ts';

/** Where a stack runs and keeps its files. Everything can be set from the environment; nothing leaves the checkout. */
export interface StackSettings {
  readonly folder: string;
  readonly lakeRoot: string;
  /** The sign-in is reached by https with a certificate of its own: what a frame needs. */
  readonly https: boolean;
  readonly ports: {
    readonly app: number;
    readonly sql: number;
    readonly redis: number;
    readonly identity: number;
  };
}

const DEFAULT_PORTS = { APP_PORT: 3000, TDS_PORT: 14330, REDIS_PORT: 6390, IDENTITY_PORT: 9400 } as const;

/** @throws Error naming the variable whose value is not a port. */
export function stackSettings(source: NodeJS.ProcessEnv): StackSettings {
  const port = (name: keyof typeof DEFAULT_PORTS) => {
    const value = Number(source[name] ?? DEFAULT_PORTS[name]);
    if (!Number.isInteger(value) || value < 1 || value > 65_535)
      throw new Error(`${name}=${source[name]} is not a port.`);
    return value;
  };
  return {
    folder: source['STACK_FOLDER'] ?? '.data/demo',
    lakeRoot: source['LAKE_ROOT'] ?? '.data/lake',
    https: source['IDENTITY_HTTPS'] === 'yes',
    ports: {
      app: port('APP_PORT'),
      sql: port('TDS_PORT'),
      redis: port('REDIS_PORT'),
      identity: port('IDENTITY_PORT'),
    },
  };
}

const TENANT = '11111111-2222-4333-8444-555555555555';

/** What every part is told. The app gets exactly the variables it gets against Azure, with local values. */
export function stackEnvironment({
  folder,
  lakeRoot,
  https,
  ports,
}: StackSettings): Readonly<Record<string, string>> {
  const identity = `${https ? 'https' : 'http'}://localhost:${ports.identity}/${TENANT}`;
  const origin = `http://localhost:${ports.app}`;
  return {
    APP_ORIGIN: origin,
    SESSION_SECRET: keptSecret(join(folder, 'session-secret')),
    SQL_HOST: '127.0.0.1',
    SQL_PORT: String(ports.sql),
    SQL_DATABASE: 'retail',
    SQL_ENCRYPT: 'off',
    REDIS_URL: `redis://127.0.0.1:${ports.redis}`,
    ENTRA_TENANT_ID: TENANT,
    // MSAL insists on an https authority; it never asks it, because the discovery document is read from the line below.
    ENTRA_AUTHORITY: `https://localhost:${ports.identity}/${TENANT}`,
    ENTRA_DISCOVERY_URL: `${identity}/v2.0/.well-known/openid-configuration`,
    ENTRA_SPA_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-000000000001',
    ENTRA_API_CLIENT_ID: 'aaaaaaaa-0000-4000-8000-000000000002',
    ENTRA_API_CLIENT_SECRET: keptSecret(join(folder, 'api-client-secret')),
    CUSTOMER_HASH_KEY: hashKeyOf({ ...process.env, LAKE_ROOT: lakeRoot }),

    LAKE_ROOT: lakeRoot,
    IDENTITY_PORT: String(ports.identity),
    ...(https && {
      IDENTITY_TLS_FOLDER: tlsFolder(folder),
      NODE_EXTRA_CA_CERTS: certificateFile(tlsFolder(folder)),
    }),
    APP_ORIGINS: origin,
    TDS_PORT: String(ports.sql),
    TDS_TOKEN_ISSUER: `${identity}/v2.0`,
    TDS_TOKEN_AUDIENCES: 'https://database.windows.net/',
    TDS_TOKEN_JWKS_URL: `${identity}/v2.0/jwks`,
  };
}

export function tlsFolder(folder: string): string {
  return join(folder, 'tls');
}
