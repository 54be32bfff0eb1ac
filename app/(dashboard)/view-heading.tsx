import { Choices } from '#components/controls/choices.tsx';
import { PeriodControl } from '#components/controls/period-control.tsx';
import { COMP_WORDS } from '#lib/comp-stores.ts';
import { DEFAULT_BASIS } from '#lib/comparison.ts';
import { formatPeriod } from '#lib/figures.ts';
import { daysIn } from '#lib/period.ts';
import { periodAddress } from '#lib/period-address.ts';
import type { StoresView } from './compared-stores.ts';

interface ViewHeadingProps {
  readonly view: StoresView;
  readonly path: string;
  /** A page of one store has nothing to choose comparable stores from. */
  readonly isOneStore?: boolean;
}

/** Which days a page speaks of and what it holds them against, in words; the controls are a tap away. */
export function ViewHeading({ view, path, isOneStore = false }: ViewHeadingProps) {
  const { period, preset, notice, comparison, comp, held } = view;
  const address = (wanted: boolean) =>
    periodAddress(path, { preset, period, basis: comparison.basis, comp: wanted });
  return (
    <details data-heading className="group mb-4">
      <summary className="flex cursor-pointer list-none flex-wrap items-end justify-between gap-x-6 gap-y-2 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0">
          <span className="block text-2xl font-semibold tracking-tight">{formatPeriod(period)}</span>
          <span className="block text-sm text-ink-muted" data-basis>
            {daysIn(period)} closed days{comparison.isFair ? ', ' : '. '}
            {comparison.words}
            {comp ? <span className="block">{`Of ${COMP_WORDS}.`}</span> : null}
            {notice ? <span className="block text-warn">{notice}</span> : null}
          </span>
        </span>
        <span className="rounded-lg border border-line-strong bg-surface px-3.5 py-2 text-sm font-medium group-open:bg-surface-sunken hover:bg-surface-sunken print:hidden">
          Days and basis
        </span>
      </summary>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 print:hidden">
        <PeriodControl
          path={path}
          chosen={{ period, preset }}
          basis={comparison.basis}
          held={held}
          search={{
            ...(preset === null ? { from: period.from, to: period.to } : { period: preset }),
            ...(comparison.basis !== DEFAULT_BASIS && { basis: comparison.basis }),
            ...(comp && { comp: 'yes' }),
          }}
        />
        {isOneStore ? null : (
          <Choices
            label="Which stores"
            choices={[
              { title: 'All stores', href: address(false), isChosen: !comp },
              { title: 'Comparable stores', href: address(true), isChosen: comp },
            ]}
          />
        )}
      </div>
    </details>
  );
}
