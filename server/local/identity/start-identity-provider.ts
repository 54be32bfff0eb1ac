import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Provider } from 'oidc-provider';
import type { Certificate } from './certificate.ts';
import { DEMO_PEOPLE, type DemoPerson } from './demo-people.ts';
import { readText } from './entra-manners.ts';
import { accountChooser } from './pages.ts';
import { makeProvider } from './provider.ts';
import { readOrMakeSigningKey } from './signing-key.ts';
import type { Tenant } from './tenant.ts';

export interface IdentityProviderOptions extends Omit<Tenant, 'people'> {
  /** 0 takes a free one. */
  readonly port: number;
  /** Where the private signing key is kept. */
  readonly signingKeyFile: string;
  /** For https, which MSAL insists on inside a frame; plain http without. */
  readonly certificate?: Certificate;
  readonly people?: readonly DemoPerson[];
}

export interface IdentityProvider {
  readonly issuer: string;
  /** For MSAL, which takes no http authority; only its path and host name matter, the endpoints stay http. */
  readonly authority: string;
  readonly discoveryUrl: string;
  readonly stop: () => Promise<void>;
}

/** @throws the listen error (EADDRINUSE) where the port is busy. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const tenant: Tenant = { ...options, people: options.people ?? DEMO_PEOPLE };
  const signingKey = await readOrMakeSigningKey(options.signingKeyFile);
  const { certificate } = options;
  const server = certificate ? createTlsServer(certificate) : createServer();
  const port = await listen(server, options.port);
  const base = `/${tenant.tenantId}/v2.0`;
  const issuer = `${certificate ? 'https' : 'http'}://localhost:${port}${base}`;
  const provider = makeProvider(issuer, tenant, signingKey, randomBytes(32).toString('base64url'));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const url = request.url ?? '';
    if (url.startsWith(`${base}/interaction/`)) return chooseAccount(provider, tenant, request, response);
    if (!url.startsWith(base)) return response.writeHead(404).end();
    // Entra signs a person out without being told which app asks; the provider needs it to know where to go back to.
    const signOut = url.includes('/session/end?') && !/[?&](client_id|id_token_hint)=/.test(url);
    const known = signOut ? `${url}&client_id=${tenant.spaClientId}` : url;
    Object.assign(request, { originalUrl: known, url: known.slice(base.length) || '/' });
    return answer(request, response);
  });
  return {
    issuer,
    authority: `https://localhost:${port}/${tenant.tenantId}`,
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    stop: () => close(server),
  };
}

async function chooseAccount(
  provider: Provider,
  { people }: Tenant,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const chosen = request.method === 'POST' && new URLSearchParams(await readText(request)).get('account');
    const known = people.find(({ account }) => account === chosen);
    if (known) {
      const result = { login: { accountId: known.account }, select_account: {} };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      return;
    }
    await provider.interactionDetails(request, response);
    const { headers, html } = accountChooser(people);
    response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(html);
  } catch {
    // An interaction that ended or was never begun; the person starts again from the app.
    response
      .writeHead(400, { 'content-type': 'text/plain' })
      .end('This sign-in has ended. Go back and start again.');
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(address.port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
