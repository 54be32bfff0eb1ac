/** A request that proved too little. The message is for the person; it says nothing about the inside. */
export abstract class Refusal extends Error {
  abstract readonly code: string;
  abstract readonly status: 401 | 403 | 429 | 503;
}

export class NotSignedInError extends Refusal {
  readonly code = 'NOT_SIGNED_IN';
  readonly status = 401;
  constructor() {
    super('Please sign in.');
    this.name = 'NotSignedInError';
  }
}

export class AccessTokenRefusedError extends Refusal {
  readonly code = 'ACCESS_TOKEN_REFUSED';
  readonly status = 401;
  constructor(options?: ErrorOptions) {
    super('The sign-in could not be verified.', options);
    this.name = 'AccessTokenRefusedError';
  }
}

export class ForeignOriginError extends Refusal {
  readonly code = 'FOREIGN_ORIGIN';
  readonly status = 403;
  constructor() {
    super('This request did not come from Retail Pulse.');
    this.name = 'ForeignOriginError';
  }
}

export class NoRoleError extends Refusal {
  readonly code = 'NO_ROLE';
  readonly status = 403;
  constructor() {
    super('This account has no role in Retail Pulse.');
    this.name = 'NoRoleError';
  }
}

export class NoStoresError extends Refusal {
  readonly code = 'NO_STORES';
  readonly status = 403;
  constructor() {
    super('This account has a role for stores, but no store is assigned to it.');
    this.name = 'NoStoresError';
  }
}

export class RoleRefusedError extends Refusal {
  readonly code = 'ROLE_REFUSED';
  readonly status = 403;
  constructor() {
    super('This is not open to your role.');
    this.name = 'RoleRefusedError';
  }
}

/** A file of this label is not for this role. */
export class ClearanceError extends Refusal {
  readonly code = 'CLEARANCE';
  readonly status = 403;
  constructor() {
    super('This table is too sensitive for your role to take away.');
    this.name = 'ClearanceError';
  }
}

export class AccountBlockedError extends Refusal {
  readonly code = 'ACCOUNT_BLOCKED';
  readonly status = 403;
  constructor() {
    super('This account has been blocked in Retail Pulse.');
    this.name = 'AccountBlockedError';
  }
}

/** Nobody can say at the moment whether this is still allowed, so it is not. */
export class AuthorityUnknownError extends Refusal {
  readonly code = 'AUTHORITY_UNKNOWN';
  readonly status = 503;
  constructor(options?: ErrorOptions) {
    super('Retail Pulse cannot check at the moment who may do this.', options);
    this.name = 'AuthorityUnknownError';
  }
}

export class TooManyRequestsError extends Refusal {
  readonly code = 'TOO_MANY_REQUESTS';
  readonly status = 429;
  readonly retryAfterS: number;
  /** @param retryAfterMs milliseconds until there is room again */
  constructor(retryAfterMs: number) {
    super('That was a lot at once. Please wait a minute.');
    this.name = 'TooManyRequestsError';
    this.retryAfterS = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  }
}

export class OutOfScopeError extends Refusal {
  readonly code = 'OUT_OF_SCOPE';
  readonly status = 403;
  constructor() {
    super('This store is not one of yours.');
    this.name = 'OutOfScopeError';
  }
}

/** Problem JSON for a refusal in a route handler; any other error is thrown on. */
export function refusalResponse(error: unknown): Response {
  if (!(error instanceof Refusal)) throw error;
  const { status, code, message } = error;
  const headers = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(error instanceof TooManyRequestsError && { 'retry-after': String(error.retryAfterS) }),
  };
  return Response.json({ type: 'about:blank', title: message, status, code }, { status, headers });
}
