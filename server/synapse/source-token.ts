import 'server-only';
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { EntraConfiguration } from '#server/shared/entra.ts';

export interface SourceToken {
  readonly token: string;
  /** Epoch milliseconds; the source drops a connection some time after this. */
  readonly expiresAt: number;
}

const SCOPE = 'https://database.windows.net/.default';

/**
 * Asks the identity provider for the service's own token, by client credentials. MSAL keeps it until shortly before
 * it expires, so calling this for every new connection costs nothing.
 */
export function sourceTokens(
  configuration: () => Promise<EntraConfiguration>,
  clientId: string,
  clientSecret: string,
): () => Promise<SourceToken> {
  let client: ConfidentialClientApplication | undefined;
  return async () => {
    client ??= await makeClient();
    const result = await client.acquireTokenByClientCredential({ scopes: [SCOPE] });
    if (!result?.expiresOn) throw new Error('The identity provider gave no token for the data source');
    return { token: result.accessToken, expiresAt: result.expiresOn.getTime() };
  };

  async function makeClient(): Promise<ConfidentialClientApplication> {
    const { authority, knownAuthorities, authorityMetadata } = await configuration();
    return new ConfidentialClientApplication({
      auth: {
        clientId,
        clientSecret,
        authority,
        knownAuthorities: [...knownAuthorities],
        ...(authorityMetadata === undefined ? {} : { authorityMetadata }),
      },
    });
  }
}
