import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Person } from '#lib/person.ts';
import { AccessTokenRefusedError } from './refusals.ts';

export interface ExpectedToken {
  readonly issuer: string;
  /** Client id of our API. */
  readonly audience: string;
  readonly tenantId: string;
  readonly keys: JWTVerifyGetKey;
  readonly now: Date;
}

/** Who the provider says is signed in, and what it says about them; roles, stores and regions are not yet judged. */
export interface ProvedIdentity {
  readonly person: Person;
  readonly roles: readonly string[];
  readonly stores: readonly string[];
  readonly regions: readonly string[];
  /** Epoch seconds. */
  readonly expiresAt: number;
}

const CLOCK_TOLERANCE_S = 30;
const SCOPE = 'access_as_user';

const claims = z.object({
  exp: z.number(),
  oid: z.string().min(1),
  tid: z.string(),
  scp: z.string().transform((text) => text.split(' ')),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  roles: z.array(z.string()).default([]),
  stores: z.array(z.string()).default([]),
  regions: z.array(z.string()).default([]),
});

/** Failures of the key source, as against failures of the token. */
const KEYS_UNREADABLE = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

/**
 * A v2.0 access token of our tenant, for our API, given to a person.
 * @throws AccessTokenRefusedError for anything else, SigningKeysUnreachableError where it cannot be checked now.
 */
export async function verifyAccessToken(token: string, expected: ExpectedToken): Promise<ProvedIdentity> {
  const { issuer, audience, tenantId, keys, now } = expected;
  const payload = await jwtVerify(token, keys, {
    issuer,
    audience,
    algorithms: ['RS256'],
    clockTolerance: CLOCK_TOLERANCE_S,
    currentDate: now,
    requiredClaims: ['exp', 'iat'],
  }).then((verified) => verified.payload, refuse);
  const read = claims.safeParse(payload);
  if (!read.success) throw new AccessTokenRefusedError({ cause: read.error });
  const { oid, tid, scp, name, preferred_username: account = oid, roles, stores, regions, exp } = read.data;
  if (tid !== tenantId) throw new AccessTokenRefusedError({ cause: new Error('another tenant') });
  if (!scp.includes(SCOPE)) throw new AccessTokenRefusedError({ cause: new Error(`no scope ${SCOPE}`) });
  return { person: { id: oid, name: name ?? account, account }, roles, stores, regions, expiresAt: exp };
}

function refuse(error: unknown): never {
  if (error instanceof errors.JOSEError && !KEYS_UNREADABLE.has(error.code))
    throw new AccessTokenRefusedError({ cause: error });
  throw new SigningKeysUnreachableError({ cause: error });
}

export class SigningKeysUnreachableError extends Error {
  readonly code = 'SIGNING_KEYS_UNREACHABLE';
  constructor(options?: ErrorOptions) {
    super('The keys of the identity provider cannot be read, so no new sign-in can be verified', options);
    this.name = 'SigningKeysUnreachableError';
  }
}
