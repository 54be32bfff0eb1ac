import { env } from '#server/shared/env.ts';
import { ForeignOriginError } from './refusals.ts';

/**
 * First line of every handler that changes something. No Origin and `Origin: null` count as foreign.
 * @throws ForeignOriginError
 */
export function requireSameOrigin(request: Request, appOrigin = env().APP_ORIGIN): void {
  if (request.headers.get('origin') !== new URL(appOrigin).origin) throw new ForeignOriginError();
}
