const UNREACHABLE =
  'The sign-in service cannot be reached at the moment. Please try again in a little while.';
const STALE =
  'This sign-in was no longer valid, perhaps because it was begun in another tab. Please start again.';
const OUR_SIDE = 'Your sign-in worked, but Retail Pulse could not accept it. Please tell your administrator.';

/** By the stable codes of MSAL and of our own session answers. */
const SENTENCES: Readonly<Record<string, string>> = {
  access_denied: 'The sign-in was cancelled.',
  user_cancelled: 'The sign-in was cancelled.',
  interaction_in_progress:
    'Another sign-in is still open in this tab. Please reload the page and start again.',
  popup_window_error:
    'The sign-in window could not be opened. Allow windows for this page; in a sandboxed frame its owner has to add “allow-popups allow-popups-to-escape-sandbox”.',
  empty_window_error: 'The sign-in window could not be opened. Please allow windows for this page.',
  popup_relay_unsupported_flow:
    'Signing in inside a frame needs the sign-in service to be reached by https. Please open Retail Pulse in a tab of its own.',
  timed_out: 'The sign-in took too long. Please start again.',
  state_mismatch: STALE,
  state_not_found: STALE,
  nonce_mismatch: STALE,
  invalid_grant: STALE,
  no_token_request_cache_error: STALE,
  network_error: UNREACHABLE,
  no_network_connectivity: UNREACHABLE,
  post_request_failed: UNREACHABLE,
  get_request_failed: UNREACHABLE,
  endpoints_resolution_error: UNREACHABLE,
  openid_config_error: UNREACHABLE,
  ENTRA_UNREACHABLE: UNREACHABLE,
  SIGNING_KEYS_UNREACHABLE: UNREACHABLE,
  ACCESS_TOKEN_REFUSED: OUR_SIDE,
  SESSION_TOO_LARGE: OUR_SIDE,
  ACCOUNT_BLOCKED: 'This account has been blocked in Retail Pulse. Please ask your administrator why.',
  AUTHORITY_UNKNOWN:
    'Retail Pulse cannot check at the moment who may come in. Please try again in a few minutes.',
  TOO_MANY_REQUESTS: 'That was a lot of attempts. Please wait a minute and try again.',
  FOREIGN_ORIGIN:
    'Retail Pulse was opened under an address it does not know as its own. Please use the usual one.',
  COOKIE_BLOCKED:
    'Your browser did not keep the session. Please allow cookies for this address, or open it in its own tab.',
};

export interface SignInProblem {
  /** For the person. */
  readonly sentence: string;
  /** For whoever helps them. */
  readonly code: string;
}

export function signInProblem(error: unknown): SignInProblem {
  const code = codeOf(error);
  return { sentence: SENTENCES[code] ?? 'The sign-in did not work. Please try again.', code };
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'UNKNOWN';
  const { errorCode, code, name } = error as { errorCode?: unknown; code?: unknown; name?: unknown };
  return (
    ([errorCode, code, name].find((one) => typeof one === 'string' && one !== '') as string | undefined) ??
    'UNKNOWN'
  );
}
