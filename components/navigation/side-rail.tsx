import type { ReactNode } from 'react';
import { PAGE_GROUPS, PAGES, pagesOf, type Role } from '#lib/roles.ts';
import { Brand } from './brand.tsx';
import { PageIcon } from './page-icon.tsx';
import { PageLink } from './page-link.tsx';
import { SearchButton } from './search-button.tsx';

/** The rail's id, by which a button anywhere opens it as a drawer. */
export const RAIL = 'pages';

interface SideRailProps {
  readonly role: Role;
  /** Who is signed in, and the way out. */
  readonly children: ReactNode;
}

/**
 * Every page that is open to a role. Beside the page where there is room; elsewhere the browser's own popover shows the
 * same rail as a drawer, which needs no script and closes with Escape.
 */
export function SideRail({ role, children }: SideRailProps) {
  return (
    <div
      id={RAIL}
      popover="auto"
      className="fixed inset-y-0 right-auto left-0 h-dvh max-h-none w-72 max-w-[85vw] flex-col overflow-y-auto overscroll-contain border-r border-line bg-surface text-ink shadow-xl backdrop:bg-black/30 open:flex lg:sticky lg:top-0 lg:flex lg:w-auto lg:max-w-none lg:shadow-none print:hidden"
    >
      <div className="flex h-14 shrink-0 items-center justify-between px-4">
        <Brand />
        <button
          type="button"
          popoverTarget={RAIL}
          popoverTargetAction="hide"
          aria-label="Close the menu"
          className="-mr-2 grid size-11 place-items-center rounded-lg text-ink-muted hover:bg-surface-sunken hover:text-ink lg:hidden"
        >
          <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 stroke-current" strokeWidth="1.6">
            <path d="m3 3 10 10M13 3 3 13" strokeLinecap="round" />
          </svg>
        </button>
      </div>
      <SearchButton />
      <nav aria-label="Pages" className="flex-1 px-2 pb-4">
        {pagesOf(role).map(({ group, pages }) => (
          <div key={group} className="mt-3">
            <p id={`pages-${group}`} className="px-2.5 pb-1 text-xs font-medium text-ink-muted">
              {PAGE_GROUPS[group]}
            </p>
            <ul aria-labelledby={`pages-${group}`} className="space-y-0.5">
              {pages.map((page) => (
                <li key={page}>
                  <PageLink href={PAGES[page].path}>
                    <PageIcon page={page} />
                    {PAGES[page].title}
                  </PageLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-t border-line px-4 py-3 text-sm">
        {children}
      </div>
    </div>
  );
}
