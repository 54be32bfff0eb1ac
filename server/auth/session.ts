import 'server-only';
import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet } from 'jose';
import { cookies } from 'next/headers.js';
import { cache } from 'react';
import { entraConfiguration } from '#server/shared/entra.ts';
import { env } from '#server/shared/env.ts';
import { remember } from '#server/shared/remember.ts';
import { AccessTokenRefusedError, NotSignedInError } from './refusals.ts';
import { openSession, type Session, sealSession } from './sealed-session.ts';
import { type ProvedIdentity, verifyAccessToken } from './verify-access-token.ts';

const COOKIE = '__Host-rp_session';
/** Partitioned and SameSite=None, so that the session also holds in the intranet's frame. */
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned';

/** However often it is renewed, a session ends eight hours after sign-in. */
const LONGEST_S = 8 * 3_600;

export interface StartedSession {
  readonly session: Session;
  /** A Set-Cookie header. */
  readonly cookie: string;
}

/** The session of this request, opened once however many panels ask. */
export const getSession = cache(async (): Promise<Session | undefined> => {
  const text = (await cookies()).get(COOKIE)?.value;
  return text === undefined ? undefined : openSession(text, env().SESSION_SECRET, new Date());
});

/** A new session from an access token; it ends with the token. */
export async function startSession(accessToken: string): Promise<StartedSession> {
  const identity = await prove(accessToken);
  return seal(identity, { id: randomUUID(), signedInAt: epochSeconds() });
}

/**
 * The same session with a fresh token: roles and stores are read again.
 * @throws NotSignedInError without a living session, AccessTokenRefusedError for somebody else's token.
 */
export async function renewSession(accessToken: string): Promise<StartedSession> {
  const current = await getSession();
  if (!current) throw new NotSignedInError();
  const identity = await prove(accessToken);
  if (identity.person.id !== current.person.id)
    throw new AccessTokenRefusedError({ cause: new Error('another person') });
  return seal(identity, current);
}

export const NO_SESSION_COOKIE = `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;

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
  const cookie = `${COOKIE}=${text}; ${ATTRIBUTES}; Max-Age=${Math.max(0, expiresAt - epochSeconds())}`;
  return { session, cookie };
}

function epochSeconds(): number {
  return Math.floor(Date.now() / 1_000);
}
