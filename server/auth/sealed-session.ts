import { hkdfSync, webcrypto } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { Person } from '#lib/person.ts';

/** A proved identity for as long as it counts. Roles, stores and regions are as the provider wrote them. */
export interface Session {
  /** New at every sign-in, kept by a renewal. */
  readonly id: string;
  readonly person: Person;
  readonly roles: readonly string[];
  readonly stores: readonly string[];
  readonly regions: readonly string[];
  /** Epoch seconds. */
  readonly signedInAt: number;
  /** Epoch seconds. */
  readonly expiresAt: number;
}

/** Browsers drop a longer cookie without a word. Name and attributes take up to 150 of their 4,096. */
const MAX_SEALED_LENGTH = 3_900;

const sealed = z
  .object({
    jti: z.string(),
    sub: z.string(),
    name: z.string(),
    account: z.string(),
    roles: z.array(z.string()),
    stores: z.array(z.string()),
    regions: z.array(z.string()),
    sat: z.number(),
    exp: z.number(),
  })
  .transform(
    ({ jti, sub, name, account, roles, stores, regions, sat, exp }): Session => ({
      id: jti,
      person: { id: sub, name, account },
      roles,
      stores,
      regions,
      signedInAt: sat,
      expiresAt: exp,
    }),
  );

/** Encrypted and authenticated text. @throws SessionTooLargeError */
export async function sealSession(session: Session, secret: string): Promise<string> {
  const { id, person, roles, stores, regions, signedInAt, expiresAt } = session;
  const text = await new EncryptJWT({
    name: person.name,
    account: person.account,
    roles,
    stores,
    regions,
    sat: signedInAt,
  })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setJti(id)
    .setSubject(person.id)
    .setExpirationTime(expiresAt)
    .encrypt(await keyOf(secret));
  if (text.length > MAX_SEALED_LENGTH) throw new SessionTooLargeError();
  return text;
}

/** Undefined for a text that is not ours, was changed, or has ended: nobody is signed in by it. */
export async function openSession(text: string, secret: string, now: Date): Promise<Session | undefined> {
  const payload = await jwtDecrypt(text, await keyOf(secret), {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
    currentDate: now,
  }).then(
    (opened) => opened.payload,
    () => undefined,
  );
  return sealed.safeParse(payload).data;
}

const keys = new Map<string, Promise<webcrypto.CryptoKey>>();

/** Made once: to derive and import it costs more than to open a session by it. */
function keyOf(secret: string): Promise<webcrypto.CryptoKey> {
  const key = keys.get(secret) ?? importKey(secret);
  keys.set(secret, key);
  return key;
}

async function importKey(secret: string): Promise<webcrypto.CryptoKey> {
  const bytes = hkdfSync('sha256', secret, '', 'retail-pulse session cookie', 32);
  return webcrypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export class SessionTooLargeError extends Error {
  readonly code = 'SESSION_TOO_LARGE';
  constructor() {
    super('The account lists more stores than a session can hold');
    this.name = 'SessionTooLargeError';
  }
}
