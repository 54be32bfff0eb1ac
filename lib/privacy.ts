/** Set while figures are hidden on this screen. It says nothing of anybody, and goes with the browser or a sign-out. */
export const PRIVACY_COOKIE = 'rp_privacy';

export function figuresAreHidden(cookies: string | null): boolean {
  return new RegExp(`(?:^|; )${PRIVACY_COOKIE}=on(?:;|$)`).test(cookies ?? '');
}
