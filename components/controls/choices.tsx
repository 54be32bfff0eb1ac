import Link from 'next/link';

export interface Choice {
  readonly title: string;
  readonly href: string;
  readonly isChosen: boolean;
}

/** One of a few, each an address of its own: works by touch, by keyboard and before any script has loaded. */
export function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label} className="flex rounded-lg border border-line bg-surface-sunken p-0.5">
      {choices.map(({ title, href, isChosen }) => (
        <Link
          key={href}
          href={href}
          aria-current={isChosen ? 'true' : undefined}
          className="grid min-h-9 place-items-center rounded-md px-3 text-center text-sm leading-tight font-medium text-ink-muted hover:text-ink aria-[current]:bg-surface aria-[current]:text-ink aria-[current]:shadow-sm"
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
