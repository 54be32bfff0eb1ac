/** Where a person goes who asked for nothing in particular, or for something we do not trust. */
export const HOME = '/';

const BASE = 'https://app.invalid';
const MAX_LENGTH = 2_000;
/** Going back to these would end nowhere or begin again. */
const NOT_PAGES = /^\/(?:sign-in|auth|api)(?:\/|$)/;

/**
 * The page to go to after sign-in: a path of this app with its query, or HOME. Text from an address bar is hostile:
 * other origins, other schemes, control characters, and any of these behind percent signs lead to HOME.
 */
export function returnTo(text: string | null | undefined): string {
  if (!text || text.length > MAX_LENGTH || !isPlainPath(text)) return HOME;
  const url = URL.parse(text, BASE);
  if (url?.origin !== BASE || !isPlainPath(url.pathname) || NOT_PAGES.test(url.pathname)) return HOME;
  return `${url.pathname}${withoutRsc(url)}`;
}

/** Starts with one slash, and still does however often the path is decoded on its way. */
function isPlainPath(text: string): boolean {
  let path = text.split(/[?#]/, 1)[0] ?? '';
  for (;;) {
    if (!/^\/(?!\/)/.test(path) || /[\\\p{Cc}\p{Zs}]|\/\//u.test(path)) return false;
    const decoded = decode(path);
    if (decoded === path) return true;
    if (decoded === undefined) return false;
    path = decoded;
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape is read differently by different parties: not a path we would have written.
    return undefined;
  }
}

/** The framework's own marker of a partial page must not end up in an address bar. */
function withoutRsc(url: URL): string {
  url.searchParams.delete('_rsc');
  return url.search;
}
