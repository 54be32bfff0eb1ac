import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { formatPeriod } from '#lib/figures.ts';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { supplierWindows } from '#lib/supplier-window.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { PlaceChoice } from '../place-choice.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { ScorecardPanel } from './scorecard-panel.tsx';

export const metadata: Metadata = { title: PAGES.suppliers.title };

export default async function SuppliersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  await requirePlaceScope('suppliers', search);
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => (
        <>
          <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-2xl font-semibold tracking-tight">{PAGES.suppliers.title}</h1>
            <p className="text-sm text-ink-muted">
              Order lines promised {formatPeriod(supplierWindows(lake.lastClosedDate).period)}
            </p>
            <PlaceChoice page="suppliers" search={search} />
          </div>
          <Suspense fallback={<PanelLoading className="h-[36rem]" />}>
            <ScorecardPanel lake={lake} search={search} />
          </Suspense>
        </>
      )}
    </Asked>
  );
}
