import Link from 'next/link';

/** One thing that waits for somebody, with what hangs on it. */
export interface Decision {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  /** Already written for reading. */
  readonly stake: string;
  readonly stakeSays: string;
  /** Where it is decided; null where there is no place yet. */
  readonly href: string | null;
}

export function DecisionList({ decisions }: { decisions: readonly Decision[] }) {
  return (
    <ul>
      {decisions.map(({ id, title, says, stake, stakeSays, href }) => (
        <li
          key={id}
          className="flex items-start justify-between gap-4 border-t border-line py-2.5 first:border-t-0"
          data-decision={id}
        >
          <span className="min-w-0">
            {href ? (
              <Link href={href} className="-my-1 block py-1 font-medium underline-offset-4 hover:underline">
                {title}
              </Link>
            ) : (
              <span className="block font-medium">{title}</span>
            )}
            <span className="block text-sm text-ink-muted">{says}</span>
          </span>
          <span className="text-right whitespace-nowrap">
            <span className="block font-semibold">{stake}</span>
            <span className="block text-xs text-ink-muted">{stakeSays}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
