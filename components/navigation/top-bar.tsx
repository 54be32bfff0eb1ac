import type { ReactNode } from 'react';
import { mayOpen, PAGES, type PageName, type Role } from '#lib/roles.ts';
import { PageLink } from './page-link.tsx';

interface TopBarProps {
  readonly role: Role;
  /** Who is signed in, and the way out. */
  readonly children: ReactNode;
}

export function TopBar({ role, children }: TopBarProps) {
  const pages = (Object.keys(PAGES) as PageName[]).filter((page) => mayOpen(role, page));
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-8 gap-y-1 px-4 py-2 sm:px-6">
        <span className="flex items-center gap-2 font-semibold tracking-tight">
          <svg
            aria-hidden="true"
            viewBox="0 0 24 24"
            className="size-5 fill-none stroke-accent"
            strokeWidth="2.2"
          >
            <path d="M2 13h4.5l3-8 5 14 3-6H22" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          Retail Pulse
        </span>
        <nav aria-label="Pages" className="flex gap-1">
          {pages.map((page) => (
            <PageLink key={page} href={PAGES[page].path}>
              {PAGES[page].title}
            </PageLink>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-4 text-sm">{children}</div>
      </div>
    </header>
  );
}
