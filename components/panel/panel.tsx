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
      <header className="flex items-start justify-between gap-4 px-4 pt-4 sm:px-5">
        <div className="min-w-0 break-words">
          <h2 id={heading} className="text-base font-semibold">
            {title}
          </h2>
          {subtitle ? <p className="text-sm text-ink-muted">{subtitle}</p> : null}
        </div>
        {action}
      </header>
      <div className="min-w-0 flex-1 px-4 pt-3 pb-5 sm:px-5">{children}</div>
    </section>
  );
}
