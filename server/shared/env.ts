import { z } from 'zod';
import { remember } from './remember.ts';

/**
 * Everything the app is told by its surroundings. Against Azure and on a laptop only these values differ:
 * there is no "local" switch.
 */
const schema = z.object({
  /** Public origin of the app, as the browser sees it. */
  APP_ORIGIN: z.url().default('http://localhost:3000'),
  /** Origins that may frame /embed pages, separated by spaces. */
  EMBED_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(' ').filter((origin) => origin !== '')),
  /** Seals the session cookie; at least 32 characters. */
  SESSION_SECRET: z.string().min(32),

  SQL_HOST: z.string().min(1),
  SQL_PORT: z.coerce.number().int().default(1433),
  SQL_DATABASE: z.string().min(1),
  /** strict = TDS 8; on = TLS inside TDS 7.4, as Synapse takes it; off = for an endpoint on this machine only. */
  SQL_ENCRYPT: z.enum(['off', 'on', 'strict']).default('on'),
  /** Set both for a SQL login; leave both out for an Entra token by client credentials. */
  SQL_USER: z.string().optional(),
  SQL_PASSWORD: z.string().optional(),
  /** A serverless pool sleeps: its first connection takes longer than any later one. */
  SQL_CONNECT_TIMEOUT_MS: z.coerce.number().int().positive().default(15_000),
  /** Waiting for a connection, retries and the answer to one question, together. */
  SQL_DEADLINE_MS: z.coerce.number().int().positive().default(30_000),
  SQL_MAX_CONNECTIONS: z.coerce.number().int().positive().default(8),
  /** literals = for a source that refuses sp_executesql. */
  SQL_PARAMETERS: z.enum(['bound', 'literals']).default('bound'),

  REDIS_URL: z.url(),

  /** Told of every alert that opens or resolves; each message is signed with the secret. */
  ALERT_WEBHOOK_URL: z.url().optional(),
  ALERT_WEBHOOK_SECRET: z.string().min(16).optional(),

  /** Key under which the lake was built to find customers by their whole e-mail address; without it nobody is found. */
  CUSTOMER_HASH_KEY: z.string().min(32).optional(),

  ENTRA_TENANT_ID: z.string().min(1),
  /** Authority without `/v2.0`, e.g. https://login.microsoftonline.com/<tenant>. */
  ENTRA_AUTHORITY: z.url(),
  /** Client id of the browser app (public, PKCE). */
  ENTRA_SPA_CLIENT_ID: z.string().min(1),
  /** Client id of the API and service (confidential): audience of the access token, and who asks SQL for data. */
  ENTRA_API_CLIENT_ID: z.string().min(1),
  ENTRA_API_CLIENT_SECRET: z.string().min(1),
  /** Where to read the provider's discovery document when the authority itself cannot be asked (air-gapped clouds). */
  ENTRA_DISCOVERY_URL: z.url().optional(),
});

export type Env = z.infer<typeof schema>;

/** @throws EnvError naming every missing or malformed variable; values are not repeated. */
export function env(): Env {
  return remember('env', () => parseEnv(process.env));
}

export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}

export class EnvError extends Error {
  readonly code = 'ENV_INVALID';
  constructor(problems: readonly string[]) {
    super(`The environment is incomplete. ${problems.join('; ')}`);
    this.name = 'EnvError';
  }
}
