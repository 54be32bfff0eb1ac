/** Bound to this host and to https, by its name. */
export const SESSION_COOKIE = '__Host-rp_session';

const COOKIE_TEXT = new RegExp(`(?:^|; )${SESSION_COOKIE}=([^;]+)`);

/** What a request says of itself: `request.headers` in a handler, `await headers()` elsewhere. */
export type Asked = Pick<Headers, 'get'>;

/** The sealed text of a request's session: what it says is proved where it is opened. */
export function sessionText(asked: Asked): string | undefined {
  return COOKIE_TEXT.exec(asked.get('cookie') ?? '')?.[1];
}
