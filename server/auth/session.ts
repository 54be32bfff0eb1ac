import 'server-only';
import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet } from 'jose';
import { headers } from 'next/headers.js';
import { cache } from 'react';
import { entraConfiguration } from '#server/shared/entra.ts';
import { env } from '#server/shared/env.ts';
import { log } from '#server/shared/log.ts';
import { remember } from '#server/shared/remember.ts';
import { accessWatch, knownAccess } from './access.ts';
import { endSession } from './access-records.ts';
import { AccessTokenRefusedError, AccountBlockedError, NotSignedInError } from './refusals.ts';
import { openSession, type Session, sealSession } from './sealed-session.ts';
import { type Asked, SESSION_COOKIE, sessionText } from './session-cookie.ts';
import { type ProvedIdentity, verifyAccessToken } from './verify-access-token.ts';

/** Partitioned and SameSite=None, so that the session also holds in the intranet's frame. */
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned';

/** However often it is renewed, a session ends eight hours after sign-in. */
const LONGEST_S = 8 * 3_600;

export interface StartedSession {
  readonly session: Session;
  /** A Set-Cookie header. */
  readonly cookie: string;
}

/** The session a request comes with; signed out is signed out, also for a copied cookie. */
export async function sessionIn(asked: Asked): Promise<Session | undefined> {
  const text = sessionText(asked);
  if (text === undefined) return undefined;
  const session = await openSession(text, env().SESSION_SECRET, new Date());
  await accessWatch().known();
  return session && !accessWatch().records.ended.has(session.id) ? session : undefined;
}

/** The session of this request, opened once however many panels ask. */
export const getSession = cache(async () => sessionIn(await headers()));

/**
 * A new session from an access token; it ends with the token. Whatever session the browser had before ends now.
 * @throws AccessTokenRefusedError, AccountBlockedError, AuthorityUnknownError
 */
export async function startSession(accessToken: string, asked: Asked): Promise<StartedSession> {
  const identity = await prove(accessToken);
  await requireNoBlock(identity);
  await leaveSession(asked);
  return seal(identity, { id: randomUUID(), signedInAt: epochSeconds() });
}

/** Ends the session of this request everywhere: other tabs, open streams, copies of the cookie. */
export async function leaveSession(asked: Asked): Promise<Session | undefined> {
  const session = await sessionIn(asked);
  if (!session) return undefined;
  const watch = accessWatch();
  await endSession(watch.redis, session.id, session.expiresAt, new Date())
    .then(() => watch.refresh())
    .catch((error: unknown) =>
      log('error', 'session.not-ended', { session: session.id, reason: String(error) }),
    );
  return session;
}

/**
 * The same session with a fresh token: roles and stores are read again.
 * @throws NotSignedInError without a living session, AccessTokenRefusedError for somebody else's token.
 */
export async function renewSession(accessToken: string, asked: Asked): Promise<StartedSession> {
  const current = await sessionIn(asked);
  if (!current) throw new NotSignedInError();
  const identity = await prove(accessToken);
  await requireNoBlock(identity);
  if (identity.person.id !== current.person.id)
    throw new AccessTokenRefusedError({ cause: new Error('another person') });
  return seal(identity, current);
}

export const NO_SESSION_COOKIE = `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;

async function requireNoBlock({ person }: ProvedIdentity): Promise<void> {
  if ((await knownAccess()).blocked.has(person.id)) throw new AccountBlockedError();
}

async function prove(accessToken: string): Promise<ProvedIdentity> {
  const { issuer, jwksUri } = await entraConfiguration();
  return verifyAccessToken(accessToken, {
    issuer,
    audience: env().ENTRA_API_CLIENT_ID,
    tenantId: env().ENTRA_TENANT_ID,
    keys: remember(`signing-keys ${jwksUri}`, () => createRemoteJWKSet(new URL(jwksUri))),
    now: new Date(),
  });
}

async function seal(
  identity: ProvedIdentity,
  { id, signedInAt }: Pick<Session, 'id' | 'signedInAt'>,
): Promise<StartedSession> {
  const expiresAt = Math.min(identity.expiresAt, signedInAt + LONGEST_S);
  const session = { ...identity, id, signedInAt, expiresAt };
  const text = await sealSession(session, env().SESSION_SECRET);
  const cookie = `${SESSION_COOKIE}=${text}; ${ATTRIBUTES}; Max-Age=${Math.max(0, expiresAt - epochSeconds())}`;
  return { session, cookie };
}

function epochSeconds(): number {
  return Math.floor(Date.now() / 1_000);
}
