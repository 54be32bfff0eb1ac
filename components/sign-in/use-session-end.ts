import { useEffect, useState } from 'react';
import { keepSession, sessionOfThisBrowser } from './keep-session.ts';
import { onSignedOut } from './session-news.ts';

/**
 * Renews the session while somebody looks at the page; true once it has ended. A page whose person signed out, in this
 * tab or another, is reloaded at once: nothing of it may stay on a shared screen, nor come back by the back button.
 */
export function useSessionEnd(): { ended: boolean; look: () => void } {
  const [ended, setEnded] = useState(false);
  const [look, setLook] = useState<() => void>(() => () => {});
  useEffect(() => {
    const kept = keepSession({
      ...sessionOfThisBrowser,
      isVisible: () => document.visibilityState === 'visible',
      after: (seconds, due) => {
        const timer = setTimeout(due, seconds * 1_000);
        return () => clearTimeout(timer);
      },
      onChange: setEnded,
    });
    setLook(() => kept.look);
    const reload = () => window.location.reload();
    const shownAgain = ({ persisted }: PageTransitionEvent) => {
      if (persisted) reload();
    };
    const deaf = onSignedOut(reload);
    document.addEventListener('visibilitychange', kept.look);
    window.addEventListener('online', kept.look);
    window.addEventListener('pageshow', shownAgain);
    return () => {
      kept.stop();
      deaf();
      document.removeEventListener('visibilitychange', kept.look);
      window.removeEventListener('online', kept.look);
      window.removeEventListener('pageshow', shownAgain);
    };
  }, []);
  return { ended, look };
}
