import type { SignInConfiguration } from '#lib/sign-in-configuration.ts';
import { createMsalClient } from './msal-client.ts';
import { renewSession, type SessionAnswer } from './session-request.ts';

/**
 * A fresh token without asking the person: by this tab's refresh token, or, in a tab that never signed in itself, by the
 * provider's own session. Roles and stores are read again from it. Loaded when needed: it brings MSAL with it.
 * @throws MSAL's errors, SessionRefusedError
 */
export async function renewSilently(account: string): Promise<SessionAnswer> {
  const response = await fetch('/api/session/provider', { signal: AbortSignal.timeout(15_000) });
  const configuration: SignInConfiguration = await response.json();
  const msal = createMsalClient(configuration);
  await msal.initialize();
  const known = msal.getAllAccounts().find(({ username }) => username === account);
  const scopes = [configuration.scope];
  const { accessToken } = known
    ? await msal.acquireTokenSilent({ scopes, account: known, forceRefresh: true })
    : await msal.ssoSilent({ scopes, loginHint: account });
  return renewSession(accessToken);
}
