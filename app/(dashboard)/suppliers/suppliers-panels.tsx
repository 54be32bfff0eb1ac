import { type ReactNode, Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { formatPeriod } from '#lib/figures.ts';
import type { SearchParams } from '#lib/period.ts';
import { supplierWindows } from '#lib/supplier-window.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { PlaceChoice } from '../place-choice.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { ScorecardPanel } from './scorecard-panel.tsx';

interface PanelsProps {
  readonly search: SearchParams;
  /** Where a choice leads: the page itself, or the same panels in a frame. */
  readonly path: string;
  /** Heading of the page; a frame has its own. */
  readonly title?: ReactNode;
}

/** How well each supplier kept what was promised. */
export async function SuppliersPanels({ search, path, title }: PanelsProps) {
  await requirePlaceScope('suppliers', search);
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => (
        <>
          <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
            {title}
            <p className="text-sm text-ink-muted">
              Order lines promised {formatPeriod(supplierWindows(lake.lastClosedDate).period)}
            </p>
            <PlaceChoice page="suppliers" path={path} search={search} />
          </div>
          <Suspense fallback={<PanelLoading className="h-[36rem]" />}>
            <ScorecardPanel lake={lake} search={search} />
          </Suspense>
        </>
      )}
    </Asked>
  );
}
