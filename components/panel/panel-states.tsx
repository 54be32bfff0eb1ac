import type { ReactNode } from 'react';

/** The grid is drawn, the figures are on their way. `className` gives the size the figures will take. */
export function PanelLoading({ className }: { className: string }) {
  return (
    <div role="status" className={`rounded-lg bg-surface-sunken motion-safe:animate-pulse ${className}`}>
      <span className="sr-only">Loading…</span>
    </div>
  );
}

/** There is an answer, and it has no rows. `children` says what that means in the shop. */
export function PanelEmpty({ children }: { children: ReactNode }) {
  return <p className="py-8 text-center text-ink-muted">{children}</p>;
}

interface PanelFailedProps {
  /** What happened, as a sentence about the shop. */
  readonly reason: string;
  /** Named to support; says nothing about the inside. */
  readonly code: string;
  readonly children?: ReactNode;
}

/** There is no answer. Never drawn as zero and never as an empty list. */
export function PanelFailed({ reason, code, children }: PanelFailedProps) {
  return (
    <div role="alert" className="rounded-lg border border-warn/40 bg-warn/5 px-4 py-6 text-center">
      <p className="font-medium">{reason}</p>
      <p className="mt-1 text-sm text-ink-muted">
        Nothing is lost; the figures return when the source does. ({code})
      </p>
      {children}
    </div>
  );
}

/** Older figures stand in for the ones that could not be fetched. */
export function PanelStale({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="mb-3 rounded-lg bg-warn/10 px-3 py-1.5 text-sm text-warn">
      {children}
    </p>
  );
}
