/** What the server says of the session of this browser. */
export interface SessionAnswer {
  readonly account: string;
  /** Seconds, by the server's clock. */
  readonly expiresIn: number;
}

const TIMEOUT_MS = 15_000;

/** @throws SessionRefusedError with the server's code, TypeError or TimeoutError where it does not answer. */
export async function readSession(): Promise<SessionAnswer> {
  return (await request('GET')).json();
}

/** @throws as readSession; also where the browser did not keep the cookie, which would otherwise end in a loop. */
export async function startSession(accessToken: string): Promise<void> {
  await request('POST', accessToken);
  await readSession().catch((error: unknown) => {
    const dropped = error instanceof SessionRefusedError && error.code === 'NOT_SIGNED_IN';
    throw dropped ? new SessionRefusedError('COOKIE_BLOCKED') : error;
  });
}

/** @throws as readSession */
export async function renewSession(accessToken: string): Promise<SessionAnswer> {
  return (await request('PUT', accessToken)).json();
}

async function request(method: string, accessToken?: string): Promise<Response> {
  const response = await fetch('/api/session', {
    method,
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(accessToken !== undefined && { headers: { authorization: `Bearer ${accessToken}` } }),
  });
  if (response.ok) return response;
  // A proxy in between may answer in its own words; then the status has to do.
  const problem: { code?: string } = await response.json().catch(() => ({}));
  throw new SessionRefusedError(problem.code ?? `HTTP_${response.status}`);
}

export class SessionRefusedError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`The session was refused: ${code}`);
    this.name = 'SessionRefusedError';
    this.code = code;
  }
}
