import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { SearchButton } from './search-button.tsx';
import { RAIL } from './side-rail.tsx';

/** What stands in for the rail where there is no room for it; `children` are what must be one tap away. */
export function TopBar({ children }: { children: ReactNode }) {
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-1 border-b border-line bg-surface px-2 sm:px-4 lg:hidden print:static">
      <button
        type="button"
        popoverTarget={RAIL}
        aria-label="Open the menu"
        className="grid size-11 place-items-center rounded-lg text-ink-muted hover:bg-surface-sunken hover:text-ink print:hidden"
      >
        <svg aria-hidden="true" viewBox="0 0 16 16" className="size-5 stroke-current" strokeWidth="1.4">
          <path d="M2 4.5h12M2 8h12M2 11.5h12" strokeLinecap="round" />
        </svg>
      </button>
      <Brand />
      <div className="ml-auto flex items-center gap-1 print:hidden">
        <SearchButton compact />
        {children}
      </div>
    </header>
  );
}
