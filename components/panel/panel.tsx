import { type ReactNode, useId } from 'react';

interface PanelProps {
  readonly title: string;
  /** What the figures cover and what they are compared with, in words. */
  readonly subtitle?: ReactNode;
  /** What can be done with the whole panel, at its upper right. */
  readonly action?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One question and its answer, on a sheet of its own. */
export function Panel({ title, subtitle, action, className = '', children }: PanelProps) {
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      className={`flex min-w-0 flex-col rounded-xl border border-line bg-surface ${className}`}
    >
      {/* On a phone the words have the whole width, below what can be done. */}
      <header className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 px-4 pt-4 sm:px-5">
        <h2 id={heading} className="min-w-0 text-base font-semibold break-words">
          {title}
        </h2>
        {action ? <div className="sm:row-span-2">{action}</div> : null}
        {subtitle ? (
          <p className="col-start-1 min-w-0 text-sm break-words text-ink-muted max-sm:col-span-2">
            {subtitle}
          </p>
        ) : null}
      </header>
      <div className="min-w-0 flex-1 px-4 pt-3 pb-5 sm:px-5">{children}</div>
    </section>
  );
}
