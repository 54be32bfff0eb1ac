'use client';
import { lazy, Suspense, useEffect, useState } from 'react';

/** Comes when somebody searches for the first time. */
const SearchPalette = lazy(() => import('./search-palette.tsx'));

/** Opens the search, as Ctrl-K and Cmd-K do from everywhere. */
export function SearchButton({ compact = false }: { compact?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  useEffect(() => {
    // Of the two buttons of a page the one that can be seen answers the keys.
    if (compact) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setWasOpen(true);
      setOpen((open) => !open);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [compact]);
  return (
    <>
      <button
        type="button"
        aria-label="Search"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setWasOpen(true);
          setOpen(true);
        }}
        className={
          compact
            ? 'grid size-11 place-items-center rounded-lg text-ink-muted hover:bg-surface-sunken hover:text-ink print:hidden'
            : 'mx-2 hidden h-9 shrink-0 items-center gap-2 rounded-lg border border-line-strong px-2.5 text-sm text-ink-muted hover:text-ink lg:flex pointer-coarse:h-11'
        }
      >
        <svg
          aria-hidden="true"
          viewBox="0 0 16 16"
          className="size-4 fill-none stroke-current"
          strokeWidth="1.5"
        >
          <path d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM11 11l3 3" strokeLinecap="round" />
        </svg>
        {compact ? null : (
          <>
            Search
            <kbd className="ml-auto font-sans text-xs">Ctrl K</kbd>
          </>
        )}
      </button>
      {wasOpen ? (
        <Suspense fallback={null}>
          <SearchPalette isOpen={isOpen} onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </>
  );
}
