import { PublicClientApplication } from '@azure/msal-browser';
import type { SignInConfiguration } from '#lib/sign-in-configuration.ts';

/** Tokens live in this tab only and are gone when it closes. Only sign-in, sign-out and renewal may load this file. */
export function createMsalClient(
  configuration: SignInConfiguration,
  { inFrame = false } = {},
): PublicClientApplication {
  const { clientId, authority, knownAuthorities, authorityMetadata } = configuration;
  return new PublicClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: [...knownAuthorities],
      ...(authorityMetadata !== undefined && { authorityMetadata }),
      redirectUri: '/auth/redirect',
      postLogoutRedirectUri: '/sign-in',
      // What a frame of another site stores is kept apart, so its window cannot answer it without going through ours.
      ...(inFrame && { popupRelayUri: '/auth/relay', popupRelayProtocolVersion: 2 as const }),
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
}
