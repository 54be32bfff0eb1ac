import { Fragment, useId } from 'react';
import type { Facts } from '#lib/figure-facts.ts';

interface DefinitionProps {
  readonly title: string;
  readonly facts?: Facts;
  readonly children: string;
}

/** The meaning of a figure, one tap away. The browser's own popover: no script, closes with Escape. */
export function Definition({ title, facts = [], children }: DefinitionProps) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={`What “${title}” means`}
        className="-m-1.5 inline-grid size-7 shrink-0 place-items-center rounded-full text-ink-muted hover:text-ink"
      >
        <svg
          aria-hidden="true"
          viewBox="0 0 16 16"
          className="size-4 fill-none stroke-current"
          strokeWidth="1.3"
        >
          <circle cx="8" cy="8" r="6.3" />
          <path d="M8 7.3v3.6M8 5.1v.1" strokeLinecap="round" />
        </svg>
      </button>
      <div
        id={id}
        popover="auto"
        className="m-auto max-w-sm rounded-xl border border-line bg-surface p-5 text-ink shadow-xl backdrop:bg-black/30"
      >
        <p className="font-semibold">{title}</p>
        <p className="mt-1 text-ink-muted">{children}</p>
        <dl
          hidden={facts.length === 0}
          className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-3 text-sm"
        >
          {facts.map(([name, value]) => (
            <Fragment key={name}>
              <dt className="text-ink-muted">{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      </div>
    </>
  );
}
