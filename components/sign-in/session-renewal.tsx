'use client';
import { useEffect, useState } from 'react';
import { keepSession, sessionOfThisBrowser } from './keep-session.ts';

/** Renews the session while somebody looks at the page, and says so when it has ended; the page itself stays. */
export function SessionRenewal() {
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const { look, stop } = keepSession({
      ...sessionOfThisBrowser,
      isVisible: () => document.visibilityState === 'visible',
      after: (seconds, due) => {
        const timer = setTimeout(due, seconds * 1_000);
        return () => clearTimeout(timer);
      },
      onChange: setEnded,
    });
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    };
  }, []);

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
