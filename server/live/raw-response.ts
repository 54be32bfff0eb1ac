import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { remember } from '#server/shared/remember.ts';

const STARTED = 'http.server.request.start';

/**
 * From now on the handler of a request to this path can ask for the very response its answer will go to. A framework
 * that hides it behind web streams makes each message cost nearly twice what writing it costs.
 */
export function keepRawResponses(path: string): void {
  const kept = responses();
  remember(`raw-responses ${path}`, () => {
    subscribe(STARTED, (message) => {
      const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
      if (request.url === path || request.url?.startsWith(`${path}?`)) kept.enterWith(response);
    });
    return true;
  });
}

/** The response that answers the request in hand; undefined where nobody kept it. */
export function rawResponse(): ServerResponse | undefined {
  return responses().getStore();
}

function responses(): AsyncLocalStorage<ServerResponse> {
  return remember('raw-responses', () => new AsyncLocalStorage<ServerResponse>());
}
