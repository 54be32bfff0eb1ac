import 'server-only';
import { remember } from '#server/shared/remember.ts';
import { keepBurst, SESSION_BURST } from './pace.ts';
import { refusalResponse } from './refusals.ts';
import { type Asked, sessionText } from './session-cookie.ts';

/**
 * The refusal of a request that comes with too many others of its session; undefined for all the rest. It proves nothing,
 * it only spares the making of answers: who asks without a session is turned away for next to nothing anyway.
 */
export async function refuseBurst(asked: Asked): Promise<Response | undefined> {
  const text = sessionText(asked);
  if (text === undefined) return undefined;
  const burst = remember('session-burst', () => keepBurst(SESSION_BURST));
  return burst(text).then(() => undefined, refusalResponse);
}
