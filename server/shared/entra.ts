import { z } from 'zod';
import { env } from './env.ts';
import { remember } from './remember.ts';

/** What MSAL and jose need to know about the identity provider. */
export interface EntraConfiguration {
  /** MSAL's authority, without `/v2.0`. */
  readonly authority: string;
  /** Hosts MSAL must not ask Microsoft's public cloud about. */
  readonly knownAuthorities: readonly string[];
  /** Discovery document as JSON, where the authority itself cannot be asked; otherwise MSAL reads its own. */
  readonly authorityMetadata: string | undefined;
  /** `iss` of the tokens we accept. */
  readonly issuer: string;
  readonly jwksUri: string;
}

export interface EntraAddress {
  readonly authority: string;
  readonly discoveryUrl: string | undefined;
}

const DISCOVERY_PATH = '/v2.0/.well-known/openid-configuration';
const ATTEMPTS = 3;
const ATTEMPT_TIMEOUT_MS = 4_000;
const discovery = z.looseObject({ issuer: z.string().min(1), jwks_uri: z.url() });

/**
 * Read once per process and kept: a provider that goes down later does not matter to people already signed in. A
 * failure is not kept, so the next caller asks again.
 * @throws EntraUnreachableError
 */
export async function entraConfiguration(): Promise<EntraConfiguration> {
  const kept = remember('entra-configuration', () => ({
    reading: undefined as Promise<EntraConfiguration> | undefined,
  }));
  const { ENTRA_AUTHORITY: authority, ENTRA_DISCOVERY_URL: discoveryUrl } = env();
  kept.reading ??= readEntraConfiguration({ authority, discoveryUrl }).catch((error: unknown) => {
    kept.reading = undefined;
    throw error;
  });
  return kept.reading;
}

/** @throws EntraUnreachableError after three attempts of at most four seconds each, or where something else answers. */
export async function readEntraConfiguration(
  { authority, discoveryUrl }: EntraAddress,
  get: typeof fetch = fetch,
): Promise<EntraConfiguration> {
  const url = discoveryUrl ?? `${authority}${DISCOVERY_PATH}`;
  const document = await readDocument(url, get);
  const read = discovery.safeParse(document);
  if (!read.success) throw new EntraUnreachableError(url, { cause: read.error });
  const { issuer, jwks_uri: jwksUri } = read.data;
  const authorityMetadata = discoveryUrl === undefined ? undefined : JSON.stringify(document);
  return { authority, knownAuthorities: [new URL(authority).host], authorityMetadata, issuer, jwksUri };
}

/** Where the provider's pages and answers come from. */
export function providerOrigins(): string[] {
  const { ENTRA_AUTHORITY: authority, ENTRA_DISCOVERY_URL: discovery = authority } = env();
  return [...new Set([authority, discovery].map((url) => new URL(url).origin))];
}

async function readDocument(url: string, get: typeof fetch): Promise<unknown> {
  let cause: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, 150 * 2 ** attempt));
    try {
      const response = await get(url, { cache: 'no-store', signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS) });
      if (response.ok) return await response.json();
      cause = new Error(`HTTP ${response.status}`);
    } catch (error) {
      cause = error;
    }
  }
  throw new EntraUnreachableError(url, { cause });
}

export class EntraUnreachableError extends Error {
  readonly code = 'ENTRA_UNREACHABLE';
  constructor(url: string, options?: ErrorOptions) {
    super(`The identity provider does not answer at ${url}`, options);
    this.name = 'EntraUnreachableError';
  }
}
