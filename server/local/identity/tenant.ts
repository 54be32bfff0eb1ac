import type { DemoPerson } from './demo-people.ts';

/** What the tenant's administrator would have registered. */
export interface Tenant {
  readonly tenantId: string;
  /** Public client with PKCE: the browser app. */
  readonly spaClientId: string;
  /** Confidential client: the API, and who asks SQL for data. */
  readonly apiClientId: string;
  readonly apiClientSecret: string;
  readonly appOrigins: readonly string[];
  readonly accessTokenSeconds: number;
  readonly people: readonly DemoPerson[];
}

export interface Resource {
  readonly scope: string;
  readonly audience: string;
}

const SQL = 'https://database.windows.net/';

/** By resource indicator. The doubled slash is how clients write `.default` of a resource that ends in one. */
export function resourcesOf({ apiClientId }: Tenant): Readonly<Record<string, Resource>> {
  const api = `api://${apiClientId}`;
  return {
    [api]: { scope: `${api}/access_as_user ${api}/.default`, audience: apiClientId },
    [SQL]: { scope: `${SQL}.default ${SQL}/.default`, audience: SQL },
  };
}

/** Entra infers the resource from the prefix of a scope; clients send no resource indicator. */
export function resourceOfScope(tenant: Tenant, scope: string): string | undefined {
  const asked = scope.split(' ');
  const named = Object.entries(resourcesOf(tenant)).find(([, resource]) =>
    resource.scope.split(' ').some((known) => asked.includes(known)),
  );
  return named?.[0];
}

/** Claims as Entra writes them in v2.0 tokens; without an app role there is no `roles` claim at all. */
export function claimsOf({ tenantId }: Tenant, person: DemoPerson) {
  return {
    sub: `pairwise-${person.oid}`,
    oid: person.oid,
    tid: tenantId,
    ver: '2.0',
    name: person.name,
    preferred_username: person.account,
    ...(person.roles.length > 0 && { roles: person.roles }),
    ...(person.stores.length > 0 && { stores: person.stores }),
    ...(person.regions && { regions: person.regions }),
  };
}
