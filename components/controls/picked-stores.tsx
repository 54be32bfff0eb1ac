import Link from 'next/link';

/** Which stores the page is narrowed to, and the way back to all of them. */
export function PickedStores({ stores, allHref }: { stores: readonly string[]; allHref: string }) {
  return (
    <span className="inline-flex items-center gap-1 rounded-full border border-line-strong bg-surface py-0.5 pr-1 pl-3 text-sm">
      {stores.join(', ')}
      <Link
        href={allHref}
        aria-label="Show all stores"
        className="grid size-7 place-items-center rounded-full text-ink-muted hover:bg-surface-sunken hover:text-ink"
      >
        <span aria-hidden="true">×</span>
      </Link>
    </span>
  );
}
