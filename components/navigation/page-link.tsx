'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the navigation; it knows whether the person is already there, and shuts the drawer it was picked from. */
export function PageLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      onClick={({ currentTarget }) => {
        const drawer = currentTarget.closest<HTMLElement>('[popover]');
        if (drawer?.matches(':popover-open')) drawer.hidePopover();
      }}
      className="flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 text-sm font-medium text-ink-muted hover:bg-surface-sunken hover:text-ink pointer-coarse:min-h-11 aria-[current]:bg-surface-sunken aria-[current]:text-ink aria-[current]:[&>svg]:text-accent"
    >
      {children}
    </Link>
  );
}
