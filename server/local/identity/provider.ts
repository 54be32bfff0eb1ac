import type { JWK } from 'jose';
import { type Configuration, errors, interactionPolicy, Provider } from 'oidc-provider';
import { addEntraManners } from './entra-manners.ts';
import { showError, showSignOut } from './pages.ts';
import { claimsOf, resourceOfScope, resourcesOf, type Tenant } from './tenant.ts';

const DAY_S = 86_400;
const SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/** A certified OpenID provider set up to speak as Entra does, for one tenant. */
export function makeProvider(issuer: string, tenant: Tenant, signingKey: JWK, cookieKey: string): Provider {
  const provider = new Provider(issuer, {
    clients: clientsOf(tenant),
    scopes: SCOPES,
    claims: {
      openid: ['sub', 'oid', 'tid', 'ver', 'roles', 'stores', 'regions'],
      profile: ['name', 'preferred_username'],
    },
    conformIdTokenClaims: false,
    jwks: { keys: [signingKey] },
    cookies: {
      keys: [cookieKey],
      names: { session: 'idp_session', interaction: 'idp_interaction', resume: 'idp_resume' },
      long: { httpOnly: true, sameSite: 'lax', signed: true, path: new URL(issuer).pathname },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    pkce: { required: (_ctx, client) => client.clientId === tenant.spaClientId },
    clientBasedCORS: (_ctx, origin) => tenant.appOrigins.includes(origin),
    // Every SPA request may carry these two of Entra's own.
    extraParams: ['pocd', 'client_info'],
    interactions: {
      policy: accountChoiceOnly(),
      url: (_ctx, interaction) => `${new URL(issuer).pathname}/interaction/${interaction.uid}`,
    },
    findAccount: (_ctx, account) => {
      const person = tenant.people.find((one) => one.account === account);
      return person && { accountId: person.account, claims: () => claimsOf(tenant, person) };
    },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    loadExistingGrant: (ctx) => consentOfAdministrator(ctx, tenant),
    // A refresh token of a browser app ends a day after sign-in, as Entra's does.
    ttl: {
      AccessToken: tenant.accessTokenSeconds,
      IdToken: tenant.accessTokenSeconds,
      ClientCredentials: tenant.accessTokenSeconds,
      AuthorizationCode: 120,
      RefreshToken: DAY_S,
      Session: DAY_S,
      Grant: DAY_S,
      Interaction: 3_600,
    },
    features: featuresOf(tenant),
    extraTokenClaims: (_ctx, token) => {
      if (!('accountId' in token)) return { azp: token.clientId, tid: tenant.tenantId, ver: '2.0' };
      const person = tenant.people.find((one) => one.account === token.accountId);
      if (!person) return undefined;
      const { sub: _pairwise, ...claims } = claimsOf(tenant, person);
      return { ...claims, azp: token.clientId, scp: shortScopes(token.scope) };
    },
    renderError: showError,
  });
  addEntraManners(provider, tenant);
  return provider;
}

/** `api://…/access_as_user` is written `access_as_user` in the token. */
function shortScopes(scope = ''): string {
  return scope
    .split(' ')
    .map((one) => one.slice(one.lastIndexOf('/') + 1))
    .join(' ');
}

function clientsOf(tenant: Tenant): NonNullable<Configuration['clients']> {
  return [
    {
      client_id: tenant.spaClientId,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      redirect_uris: tenant.appOrigins.map((origin) => `${origin}/auth/redirect`),
      post_logout_redirect_uris: tenant.appOrigins.map((origin) => `${origin}/sign-in`),
    },
    {
      client_id: tenant.apiClientId,
      client_secret: tenant.apiClientSecret,
      token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    },
  ];
}

/** The administrator has consented for everybody; a person only ever chooses an account. */
function accountChoiceOnly(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return policy;
}

const consentOfAdministrator = async (
  ctx: Parameters<NonNullable<Configuration['loadExistingGrant']>>[0],
  tenant: Tenant,
) => {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES.join(' '));
  for (const [indicator, { scope }] of Object.entries(resourcesOf(tenant)))
    grant.addResourceScope(indicator, scope);
  await grant.save();
  return grant;
};

function featuresOf(tenant: Tenant): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: showSignOut },
    resourceIndicators: {
      enabled: true,
      defaultResource: ({ oidc: { params: { scope } = {} } }) => resourceOfScope(tenant, String(scope)) ?? [],
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, indicator) => {
        const resource = resourcesOf(tenant)[indicator];
        if (!resource) throw new errors.InvalidTarget();
        return {
          ...resource,
          accessTokenTTL: tenant.accessTokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        };
      },
    },
  };
}
