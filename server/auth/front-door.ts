import { AsyncResource } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { remember } from '#server/shared/remember.ts';
import { standingHeaders } from '#server/shared/standing-headers.ts';
import { sessionText } from './session-cookie.ts';
import { type TurnRules, Turns } from './turns.ts';

/**
 * A browser asks for six things at a time, over a proxy for a few more, and three windows do what they like. Few are
 * answered at a time, so that other sessions get theirs in between.
 */
export const SESSION_TURNS: TurnRules = {
  atOnce: 4,
  joinMs: 25,
  waiting: 27,
  restMs: 1_000,
  longestMs: 10_000,
};
/** Longer than the rest: whoever comes back when told, with all that was refused, is let in. */
const RETRY_AFTER_S = 2;

/** So long may the headers of a request take to come in; node looks for those that took longer every half minute. */
const HEADERS_MS = 15_000;
/** And all of a request: nothing that is sent here is larger than a note. */
const REQUEST_MS = 30_000;

/** Files that everybody has, and the line that stays open all day and counts its readers itself. */
const UNCOUNTED = /^\/_next\/|^\/api\/live(?:\?|$)/;

const WORDS = 'That was a lot at once. Please wait a moment, then go on.';

/**
 * From now on the requests of a session take turns, and a session that asks for too much at once is turned away before
 * the framework has heard of it: a thousand requests then cost what it takes to read and refuse them. It proves nothing;
 * who asks without a session is sent to sign in for next to nothing anyway.
 */
export function keepFrontDoor(): void {
  remember('front-door', () => {
    const guarded = new WeakSet<Server>();
    const turns = new Turns(SESSION_TURNS);
    subscribe('http.server.request.start', (message) => {
      const { server } = message as { server: Server };
      if (!guarded.has(server)) guard(server, turns);
      guarded.add(server);
    });
    return true;
  });
}

/** The framework opens the server itself, so that its listeners can only be stood in front of once they are there. */
function guard(server: Server, turns: Turns): void {
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = () => {
      for (const listener of listeners) listener.call(server, request, response);
    };
    const session = UNCOUNTED.test(request.url ?? '')
      ? undefined
      : sessionText({ get: () => request.headers.cookie ?? null });
    if (session === undefined) return answer();
    // What waits goes on as itself, not as part of the request that made room for it.
    const over = turns.take(session, {
      start: AsyncResource.bind(answer),
      refuse: () => refuse(request, response),
    });
    response.once('close', over);
  });
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  const isPerson = request.headers.accept?.includes('text/html');
  // Windows opened again all together get there on their own.
  const body = isPerson
    ? `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="${RETRY_AFTER_S}"><title>One moment · Retail Pulse</title><h1>One moment</h1><p>${WORDS}</p>`
    : JSON.stringify({ type: 'about:blank', title: WORDS, status: 429, code: 'TOO_MANY_REQUESTS' });
  response.writeHead(429, {
    ...standingHeaders(),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'content-type': isPerson ? 'text/html; charset=utf-8' : 'application/problem+json',
    'cache-control': 'no-store',
    'retry-after': String(RETRY_AFTER_S),
  });
  response.end(body);
}
