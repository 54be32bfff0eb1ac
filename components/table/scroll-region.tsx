import type { ReactNode } from 'react';

interface ScrollRegionProps {
  /** What it holds, for who comes to it by keyboard. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Holds what may be wider than its place; it takes the focus, so that arrow keys scroll it. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto rounded-sm">
      {children}
    </section>
  );
}
