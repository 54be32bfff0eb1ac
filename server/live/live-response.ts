import type { ServerResponse } from 'node:http';
import type { RowScope } from '#lib/scope.ts';
import type { LiveHub } from './live-hub.ts';

export interface LiveRequest {
  readonly scope: RowScope;
  /** Aborted when the reader goes; it may have gone already. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds at which the reader's session ends, and the stream with it. */
  readonly expiresAt: number;
  /** The request's `Last-Event-ID` header. */
  readonly lastEventId?: string | null;
  /** The response this becomes, where it is known: what is said goes to it straight. */
  readonly response?: ServerResponse | undefined;
}

/** The answer to GET /api/live: an endless stream of whole figures over a scope. */
export function liveResponse(hub: LiveHub, { scope, expiresAt, ...request }: LiveRequest): Response {
  return new Response(hub.listen(scope, { ...request, until: expiresAt }), {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform and no buffering: a proxy that gathers bytes to compress them would swallow the stream.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}
