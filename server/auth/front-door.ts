import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { remember } from '#server/shared/remember.ts';
import { standingHeaders } from '#server/shared/standing-headers.ts';
import { InFlight, type InFlightRules } from './in-flight.ts';
import { sessionText } from './session-cookie.ts';

/** A browser asks for six things at a time, over a proxy for a few more; three windows do what they like. */
export const SESSION_IN_FLIGHT: InFlightRules = { atOnce: 24, restMs: 2_000 };

/** Files that everybody has, and the line that stays open all day and counts its readers itself. */
const UNCOUNTED = /^\/_next\/|^\/api\/live(?:\?|$)/;

const WORDS = 'That was a lot at once. Please wait a moment, then go on.';

/**
 * From now on a session that asks for too much at once is turned away before the framework has heard of it: a thousand
 * requests then cost what it takes to read and refuse them, and others are answered in between. It proves nothing; who
 * asks without a session is sent to sign in for next to nothing anyway.
 */
export function keepFrontDoor(): void {
  remember('front-door', () => {
    const guarded = new WeakSet<Server>();
    const inFlight = new InFlight(SESSION_IN_FLIGHT, Date.now);
    subscribe('http.server.request.start', (message) => {
      const { server } = message as { server: Server };
      if (!guarded.has(server)) guard(server, inFlight);
      guarded.add(server);
    });
    return true;
  });
}

/** The framework opens the server itself, so that its listeners can only be stood in front of once they are there. */
function guard(server: Server, inFlight: InFlight): void {
  const answer = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (isLetIn(request, response, inFlight))
      for (const listener of answer) listener.call(server, request, response);
  });
}

function isLetIn(request: IncomingMessage, response: ServerResponse, inFlight: InFlight): boolean {
  if (UNCOUNTED.test(request.url ?? '')) return true;
  const session = sessionText({ get: () => request.headers.cookie ?? null });
  if (session === undefined) return true;
  if (inFlight.enter(session)) {
    response.once('close', () => inFlight.leave(session));
    return true;
  }
  refuse(request, response, Math.ceil(SESSION_IN_FLIGHT.restMs / 1_000));
  return false;
}

function refuse(request: IncomingMessage, response: ServerResponse, retryAfterS: number): void {
  const isPerson = request.headers.accept?.includes('text/html');
  // Windows opened again all together get there on their own, one after the other.
  const body = isPerson
    ? `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="${retryAfterS}"><title>One moment · Retail Pulse</title><h1>One moment</h1><p>${WORDS}</p>`
    : JSON.stringify({ type: 'about:blank', title: WORDS, status: 429, code: 'TOO_MANY_REQUESTS' });
  response.writeHead(429, {
    ...standingHeaders(),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'content-type': isPerson ? 'text/html; charset=utf-8' : 'application/problem+json',
    'cache-control': 'no-store',
    'retry-after': String(retryAfterS),
  });
  response.end(body);
}
