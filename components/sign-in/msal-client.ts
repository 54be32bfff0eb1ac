import { PublicClientApplication } from '@azure/msal-browser';
import type { SignInConfiguration } from '#lib/sign-in-configuration.ts';

/** Tokens live in this tab only and are gone when it closes. Only sign-in, sign-out and renewal may load this file. */
export function createMsalClient(configuration: SignInConfiguration): PublicClientApplication {
  const { clientId, authority, knownAuthorities, authorityMetadata } = configuration;
  return new PublicClientApplication({
    auth: {
      clientId,
      authority,
      knownAuthorities: [...knownAuthorities],
      ...(authorityMetadata !== undefined && { authorityMetadata }),
      redirectUri: '/auth/redirect',
      postLogoutRedirectUri: '/sign-in',
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
}
