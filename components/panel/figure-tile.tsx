import type { ReactNode } from 'react';
import type { Facts } from '#lib/figure-facts.ts';
import { Definition } from './definition.tsx';

interface FigureTileProps {
  readonly title: string;
  /** What it means, in words. */
  readonly formula: string;
  /** Already written for reading. */
  readonly value: string;
  /** What stands under it: the parts it is made of, or what to hold it against. */
  readonly note: ReactNode;
  readonly facts: Facts;
  /** Names it to tests. */
  readonly name: string;
}

/** One figure and what stands under it. */
export function FigureTile({ title, formula, value, note, facts, name }: FigureTileProps) {
  return (
    <div
      className="@container min-w-0 rounded-xl border border-line bg-surface px-4 py-3.5"
      data-metric={name}
    >
      <dt className="flex items-center justify-between gap-2 text-sm text-ink-muted">
        <span className="leading-tight">{title}</span>
        <Definition title={title} facts={facts}>
          {formula}
        </Definition>
      </dt>
      <dd className="mt-1">
        <span
          className="block truncate text-[clamp(1rem,10cqi,1.5rem)] leading-8 font-semibold tracking-tight"
          data-figure
        >
          {value}
        </span>
        <span className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-sm text-ink-muted">{note}</span>
      </dd>
    </div>
  );
}
