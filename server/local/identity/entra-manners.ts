import type { IncomingMessage } from 'node:http';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import type { Tenant } from './tenant.ts';

/** Where Entra departs from the letter of OpenID Connect and MSAL relies on it. */
export function addEntraManners(provider: Provider, tenant: Tenant): void {
  // MSAL always asks for offline_access again; the provider grants it only with prompt=consent and would then refuse it.
  provider.use(async (ctx, next) => {
    if (ctx.method === 'POST' && ctx.path.endsWith('/token')) {
      const form = new URLSearchParams(await readText(ctx.req));
      const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== 'offline_access');
      if (form.get('grant_type') === 'refresh_token') form.set('scope', scopes.join(' '));
      Object.assign(ctx.req, { body: Object.fromEntries(form) });
    }
    await next();
  });

  // client_info in the answer lets MSAL name the account oid.tid, as it does with Entra.
  provider.use(async (ctx, next) => {
    await next();
    const { oidc } = ctx as { oidc?: KoaContextWithOIDC['oidc'] };
    const person = tenant.people.find((one) => one.account === oidc?.account?.accountId);
    const body: unknown = ctx.body;
    if (person && typeof body === 'object' && body && 'access_token' in body) {
      const identity = JSON.stringify({ uid: person.oid, utid: tenant.tenantId });
      ctx.body = { ...body, client_info: Buffer.from(identity).toString('base64url') };
    }
  });
}

export async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 65_536) throw new RangeError('The form is too long');
  }
  return text;
}
