import Link from 'next/link';

interface PickedProps {
  readonly label: string;
  /** The same view without it. */
  readonly withoutHref: string;
  /** What taking it away shows again. */
  readonly without: string;
}

/** Something the page is narrowed to, and the way back. */
export function Picked({ label, withoutHref, without }: PickedProps) {
  return (
    <span className="inline-flex items-center gap-1 rounded-full border border-line-strong bg-surface py-0.5 pr-1 pl-3 text-sm">
      {label}
      <Link
        href={withoutHref}
        aria-label={without}
        className="grid size-7 place-items-center rounded-full text-ink-muted hover:bg-surface-sunken hover:text-ink pointer-coarse:size-9"
      >
        <span aria-hidden="true">×</span>
      </Link>
    </span>
  );
}
