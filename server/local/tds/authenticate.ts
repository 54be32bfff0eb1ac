import { createHash, timingSafeEqual } from 'node:crypto';
import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { LoginRequest } from './login-request.ts';
import { loginFailed, SqlError } from './sql-errors.ts';

export interface SqlLogin {
  readonly login: string;
  readonly password: string;
}

/** Whose access tokens are believed, and for whom they must be made out. */
export interface TokenTrust {
  readonly issuer: string;
  /** Entra writes the audience of SQL with and without a closing slash: list what is accepted. */
  readonly audiences: readonly string[];
  readonly keys: JWTVerifyGetKey;
}

/** Ways in; at least one must be there. */
export interface Trust {
  readonly sqlLogin?: SqlLogin | undefined;
  readonly tokens?: TokenTrust | undefined;
}

/** Why a login was refused, for the operator; the client only hears error 18456. */
export class LoginRefusedError extends Error {
  readonly code = 'LOGIN_REFUSED';
  readonly answer: SqlError;
  readonly reason: string;

  constructor(answer: SqlError, reason: string) {
    super(reason);
    this.name = 'LoginRefusedError';
    this.answer = answer;
    this.reason = reason;
  }
}

const TOKEN_PRINCIPAL = '<token-identified principal>';

/** Name of who came in. @throws LoginRefusedError */
export async function authenticate(request: LoginRequest, trust: Trust, now: () => Date): Promise<string> {
  if (request.token !== undefined) return verifyToken(request.token, trust.tokens, now());
  const { sqlLogin } = trust;
  if (!sqlLogin) throw new LoginRefusedError(loginFailed(request.login), 'SQL_LOGINS_OFF');
  if (!same(request.login, sqlLogin.login) || !same(request.password, sqlLogin.password))
    throw new LoginRefusedError(loginFailed(request.login), 'WRONG_LOGIN_OR_PASSWORD');
  return sqlLogin.login;
}

async function verifyToken(token: string, trust: TokenTrust | undefined, now: Date): Promise<string> {
  if (!trust) throw new LoginRefusedError(loginFailed(TOKEN_PRINCIPAL), 'TOKENS_OFF');
  try {
    const { payload } = await jwtVerify(token, trust.keys, {
      issuer: trust.issuer,
      audience: [...trust.audiences],
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
      currentDate: now,
    });
    return String(payload['appid'] ?? payload['azp'] ?? payload.sub ?? TOKEN_PRINCIPAL);
  } catch (error) {
    const unread = ['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC'];
    if (error instanceof errors.JOSEError && !unread.includes(error.code))
      throw new LoginRefusedError(loginFailed(TOKEN_PRINCIPAL), error.code);
    // The keys could not be read: worth another try, so it is said with a number that clients retry.
    throw new LoginRefusedError(
      new SqlError(40_613, 'The sign-in keys cannot be read now. Please retry the connection later.', 17),
      'KEYS_UNREACHABLE',
    );
  }
}

function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
