'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** A link of the top bar; it knows whether the person is already there. */
export function PageLink({ href, children }: { href: string; children: string }) {
  const here = usePathname().startsWith(href);
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className="rounded-md px-3 py-2 text-sm font-medium text-ink-muted hover:bg-surface-sunken hover:text-ink aria-[current]:text-ink aria-[current]:bg-surface-sunken"
    >
      {children}
    </Link>
  );
}
