import { readSession, type SessionAnswer, SessionRefusedError } from './session-request.ts';

/** Renewal begins this many seconds before the end. */
const AHEAD_S = 300;
const RETRY_S = 30;

/** What keeping a session touches, so that it can be watched without a browser. */
export interface KeepSessionEffects {
  readonly read: () => Promise<SessionAnswer>;
  readonly renew: (account: string) => Promise<SessionAnswer>;
  /** Somebody has the page before them. A page nobody looks at is let go: that is the idle time-out. */
  readonly isVisible: () => boolean;
  /** Runs `look` after so many seconds; returns what cancels it. */
  readonly after: (seconds: number, look: () => void) => () => void;
  readonly onChange: (ended: boolean) => void;
}

/**
 * Looks at the session now and whenever it is due; `look` again when the page comes back to view or to the network.
 * Time is what the server says is left, never this machine's clock.
 */
export function keepSession(effects: KeepSessionEffects): { look: () => void; stop: () => void } {
  let cancel = () => {};
  let stopped = false;
  let looking = false;

  async function next(): Promise<number | undefined> {
    const { account, expiresIn } = await effects.read();
    effects.onChange(false);
    if (expiresIn > AHEAD_S) return expiresIn - AHEAD_S;
    if (!effects.isVisible()) return expiresIn + 1;
    const renewed = await effects.renew(account).catch(() => undefined);
    // A session too short for that margin is renewed at half time.
    return renewed ? Math.max(renewed.expiresIn - AHEAD_S, renewed.expiresIn / 2) : expiresIn + 1;
  }

  async function look(): Promise<void> {
    if (looking || stopped) return;
    looking = true;
    cancel();
    const seconds = await next().catch((error: unknown) => {
      if (!(error instanceof SessionRefusedError)) return RETRY_S;
      if (!stopped) effects.onChange(true);
      return undefined;
    });
    looking = false;
    if (!stopped && seconds !== undefined) cancel = effects.after(seconds, look);
  }

  look();
  return {
    look,
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}

export const sessionOfThisBrowser = {
  read: readSession,
  renew: async (account: string) => (await import('./renew-silently.ts')).renewSilently(account),
};
