'use client';
import { type FormEvent, useEffect, useState, useSyncExternalStore } from 'react';
import { type CustomerContact, REVEAL_REASONS, type RevealedContact } from '#lib/customer-contact.ts';
import { NO_FIGURE } from '#lib/figures.ts';
import { refusedInWords } from './refused-in-words.ts';

interface ContactRevealProps {
  readonly customerKey: number;
  /** What everybody sees: made by the server, holds nothing whole. */
  readonly masked: CustomerContact;
}

const BUTTON =
  'h-10 rounded-lg border border-line-strong bg-surface px-3.5 text-sm font-medium hover:bg-surface-sunken disabled:opacity-60';
const LINES = [
  ['name', 'Name'],
  ['email', 'E-mail'],
  ['phone', 'Telephone'],
] as const;

/**
 * A customer's details, masked, and whole for a while once a reason was given. They live in this component alone: they
 * are gone when their time is up, when the tab is left, and with the page.
 */
export function ContactReveal({ customerKey, masked }: ContactRevealProps) {
  const { revealed, secondsLeft, show, hide } = useRevealed();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const isListening = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    setBusy(true);
    setProblem(undefined);
    try {
      const response = await fetch(`/api/customers/${customerKey}/reveal`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reason }),
        cache: 'no-store',
      });
      if (response.ok) show((await response.json()) as RevealedContact);
      else setProblem(await refusedInWords(response));
    } catch {
      setProblem('Retail Pulse cannot be reached. Nothing was shown.');
    }
    setBusy(false);
  }

  const shown = revealed ?? masked;
  return (
    <div data-reveal={revealed ? 'whole' : 'masked'}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        {LINES.map(([key, title]) => (
          <div key={key} className="contents">
            <dt className="text-ink-muted">{title}</dt>
            <dd className="min-w-0 font-medium [overflow-wrap:anywhere]">{shown[key] ?? NO_FIGURE}</dd>
          </div>
        ))}
      </dl>
      {revealed ? (
        <p className="mt-4 flex items-center gap-3 text-sm text-ink-muted">
          <button type="button" onClick={hide} className={BUTTON}>
            Hide now
          </button>
          <span role="timer">Hidden again in {secondsLeft} s</span>
        </p>
      ) : (
        <form onSubmit={ask} className="mt-4 flex flex-wrap items-end gap-2 text-sm">
          <label className="min-w-0 flex-1 basis-56">
            <span className="text-ink-muted">Reason</span>
            <select
              name="reason"
              required
              defaultValue=""
              className="mt-1 block h-10 w-full rounded-lg border border-line-strong bg-surface px-2.5"
            >
              <option value="" disabled>
                Choose a reason
              </option>
              {Object.entries(REVEAL_REASONS).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" disabled={busy || !isListening} className={BUTTON}>
            Reveal
          </button>
        </form>
      )}
      {problem ? (
        <p role="alert" className="mt-3 rounded-lg border border-warn/40 bg-warn/5 px-3 py-2 text-sm">
          {problem}
        </p>
      ) : null}
      <p className="mt-3 text-xs text-ink-muted">
        Your name, the reason and the time go into the audit before anything is shown.
      </p>
    </div>
  );
}

/**
 * Keeps what was revealed for as long as the server says, and not while nobody looks at the page. By the clock, not by
 * counting: a machine that slept has not counted.
 */
function useRevealed() {
  const [revealed, setRevealed] = useState<CustomerContact>();
  const [until, setUntil] = useState(0);
  const [secondsLeft, setSecondsLeft] = useState(0);
  const hide = () => setRevealed(undefined);
  useEffect(() => {
    if (!revealed) return;
    const tick = setInterval(() => setSecondsLeft(Math.ceil((until - Date.now()) / 1_000)), 1_000);
    const forget = () => setRevealed(undefined);
    document.addEventListener('visibilitychange', forget);
    window.addEventListener('pagehide', forget);
    return () => {
      clearInterval(tick);
      document.removeEventListener('visibilitychange', forget);
      window.removeEventListener('pagehide', forget);
    };
  }, [revealed, until]);
  useEffect(() => {
    if (secondsLeft <= 0) setRevealed(undefined);
  }, [secondsLeft]);
  const show = ({ contact, expiresIn }: RevealedContact) => {
    setUntil(Date.now() + expiresIn * 1_000);
    setSecondsLeft(expiresIn);
    setRevealed(contact);
  };
  return { revealed, secondsLeft, show, hide };
}
