import 'server-only';
import type { SignInConfiguration } from '#lib/sign-in-configuration.ts';
import { entraConfiguration } from '#server/shared/entra.ts';
import { env } from '#server/shared/env.ts';

/** @throws EntraUnreachableError */
export async function signInConfiguration(): Promise<SignInConfiguration> {
  const { authority, knownAuthorities, authorityMetadata } = await entraConfiguration();
  const { ENTRA_SPA_CLIENT_ID: clientId, ENTRA_API_CLIENT_ID: api } = env();
  return { clientId, authority, knownAuthorities, authorityMetadata, scope: `api://${api}/access_as_user` };
}
