import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 30_000;

/** Says a moving figure aloud at most twice a minute, and a change of the connection at once. */
export function SpokenNews({ figures, state }: { figures: string; state: string }) {
  const [spoken, setSpoken] = useState('');
  const last = useRef({ state, at: 0 });

  useEffect(() => {
    const now = Date.now();
    if (last.current.at === 0) last.current.at = now; // What the page shows when it opens is read with the page.
    if (last.current.state === state && now - last.current.at < PAUSE_MS) return;
    last.current = { state, at: now };
    setSpoken(`${state}. ${figures}`);
  }, [figures, state]);

  return (
    <p aria-live="polite" className="sr-only">
      {spoken}
    </p>
  );
}
