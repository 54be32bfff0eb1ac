import type { Env } from '#server/shared/env.ts';

type Told = Pick<
  Env,
  | 'APP_ORIGIN'
  | 'EMBED_ORIGINS'
  | 'SESSION_SECRET'
  | 'CUSTOMER_HASH_KEY'
  | 'SQL_ENCRYPT'
  | 'REDIS_URL'
  | 'ENTRA_AUTHORITY'
  | 'ENTRA_DISCOVERY_URL'
  | 'ENTRA_API_CLIENT_SECRET'
>;
type Variables = Readonly<Record<string, string | undefined>>;

const HERE = /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0)$/;
const isHere = (url: string) => HERE.test(new URL(url).hostname);
const isHttps = (url: string) => new URL(url).protocol === 'https:';
/** Random text of this length has many different characters; a placeholder has few, or says what it is. */
const isGuessable = (secret: string) =>
  secret.length < 32 || new Set(secret).size < 12 || /change|secret|example|password|default/i.test(secret);

/**
 * What makes it unsafe to serve people at this address, in words; nothing on one's own machine. The address decides, not
 * NODE_ENV: the same build runs on a laptop.
 */
export function unsafeSettings(told: Told, variables: Variables): string[] {
  if (isHere(told.APP_ORIGIN)) return [];
  const problems: Record<string, boolean> = {
    'APP_ORIGIN is not https, so the redirect URI is not either': !isHttps(told.APP_ORIGIN),
    'SESSION_SECRET is short or easy to guess': isGuessable(told.SESSION_SECRET),
    'CUSTOMER_HASH_KEY is short or easy to guess':
      told.CUSTOMER_HASH_KEY !== undefined && isGuessable(told.CUSTOMER_HASH_KEY),
    'ENTRA_API_CLIENT_SECRET is empty or a placeholder': /^(?:|<.*>|change.?me)$/i.test(
      told.ENTRA_API_CLIENT_SECRET,
    ),
    'ENTRA_AUTHORITY is on this machine or not https':
      isHere(told.ENTRA_AUTHORITY) || !isHttps(told.ENTRA_AUTHORITY),
    'ENTRA_DISCOVERY_URL is on this machine or not https':
      told.ENTRA_DISCOVERY_URL !== undefined &&
      (isHere(told.ENTRA_DISCOVERY_URL) || !isHttps(told.ENTRA_DISCOVERY_URL)),
    'SQL_ENCRYPT is off': told.SQL_ENCRYPT === 'off',
    'REDIS_URL is not rediss': new URL(told.REDIS_URL).protocol !== 'rediss:' && !isHere(told.REDIS_URL),
    'EMBED_ORIGINS holds something other than https origins': told.EMBED_ORIGINS.some(
      (origin) => URL.parse(origin)?.origin !== origin || !isHttps(origin),
    ),
    'NODE_TLS_REJECT_UNAUTHORIZED trusts any certificate': variables['NODE_TLS_REJECT_UNAUTHORIZED'] === '0',
    'NODE_OPTIONS opens a debugger': /--inspect/.test(variables['NODE_OPTIONS'] ?? ''),
    'NODE_ENV is not production': variables['NODE_ENV'] !== 'production',
  };
  return Object.keys(problems).filter((problem) => problems[problem]);
}
