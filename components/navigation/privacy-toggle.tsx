'use client';
import { useSyncExternalStore } from 'react';
import { PRIVACY_COOKIE } from '#lib/privacy.ts';

const CHANGED = 'retail-pulse:privacy';

/** Hides every figure with one tap, while somebody else looks at the screen; the next page comes hidden too. */
export function PrivacyToggle() {
  const hidden = useSyncExternalStore(listen, isHidden, () => false);
  return (
    <button
      type="button"
      aria-pressed={hidden}
      onClick={toggle}
      title={hidden ? 'Show figures' : 'Hide figures'}
      className="grid size-9 shrink-0 place-items-center rounded-lg text-ink-muted hover:bg-surface-sunken hover:text-ink aria-pressed:text-accent pointer-coarse:size-11"
    >
      <span className="sr-only">Hide figures</span>
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className="size-4.5 fill-none stroke-current"
        strokeWidth="1.4"
        strokeLinecap="round"
      >
        <path d="M1.5 8C3 5 5.300 3.500 8 3.500S13 5 14.500 8C13 11 10.700 12.500 8 12.500S3 11 1.500 8Z" />
        <circle cx="8" cy="8" r="2" />
        {hidden ? <path d="m2.500 13.500 11-11" /> : null}
      </svg>
    </button>
  );
}

const root = () => document.documentElement;
const isHidden = () => root().dataset['privacy'] === 'on';

function listen(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}

function toggle(): void {
  if (isHidden()) delete root().dataset['privacy'];
  else root().dataset['privacy'] = 'on';
  // Kept until the browser is closed, and read by the server: no figure flashes up on the way to another page.
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is asynchronous, and not in every browser yet
  document.cookie = `${PRIVACY_COOKIE}=on; Path=/; SameSite=Lax; Secure${isHidden() ? '' : '; Max-Age=0'}`;
  window.dispatchEvent(new Event(CHANGED));
}
