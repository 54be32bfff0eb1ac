'use client';
import { useSessionEnd } from './use-session-end.ts';

/** Keeps the session, and says so when it has ended; the page itself stays. */
export function SessionRenewal() {
  const { ended } = useSessionEnd();
  if (!ended) return null;
  const here = `${window.location.pathname}${window.location.search}`;
  return (
    <p
      role="status"
      className="fixed inset-x-4 bottom-4 mx-auto w-fit rounded-lg border border-line bg-surface px-4 py-2 text-sm shadow-lg"
    >
      Your session has ended.{' '}
      <a
        href={`/sign-in?returnTo=${encodeURIComponent(here)}`}
        className="font-medium text-accent hover:underline"
      >
        Sign in
      </a>
    </p>
  );
}
