import { env } from '#server/shared/env.ts';
import { ForeignOriginError } from './refusals.ts';

/**
 * First line of every handler that changes something. No Origin and `Origin: null` count as foreign.
 * @throws ForeignOriginError
 */
export function requireSameOrigin(request: Request, appOrigin = env().APP_ORIGIN): void {
  if (request.headers.get('origin') !== new URL(appOrigin).origin) throw new ForeignOriginError();
}

/**
 * For a costly GET, which another site could have a person's browser ask again and again: browsers say where a request
 * comes from, in Sec-Fetch-Site or Origin. A typed address and a program that is no browser come through.
 * @throws ForeignOriginError
 */
export function requireOwnSite(request: Request, appOrigin = env().APP_ORIGIN): void {
  const site = request.headers.get('sec-fetch-site') ?? 'none';
  const origin = request.headers.get('origin') ?? new URL(appOrigin).origin;
  if (!['same-origin', 'none'].includes(site) || origin !== new URL(appOrigin).origin)
    throw new ForeignOriginError();
}
