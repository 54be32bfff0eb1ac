import { Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { formatDay } from '#lib/figures.ts';
import type { SearchParams } from '#lib/period.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { CampaignsPanel } from './campaigns-panel.tsx';
import { ChannelsPanel } from './channels-panel.tsx';
import { CohortsPanel } from './cohorts-panel.tsx';
import { CustomersPanel } from './customers-panel.tsx';
import { customersView } from './customers-view.tsx';
import { SegmentsPanel } from './segments-panel.tsx';
import { TiersPanel } from './tiers-panel.tsx';

/** Who buys, how often they come back, and by which way. */
export async function CustomersPanels({ search }: { search: SearchParams }) {
  await requirePlaceScope('customers', search);
  return (
    <Suspense fallback={<PanelLoading className="h-[40rem]" />}>
      <Asked ask={getLakeStatus}>
        {(lake) => {
          const view = customersView(lake, search);
          return (
            <>
              <Suspense fallback={<PanelLoading className="h-[34rem]" />}>
                <SegmentsPanel view={view} />
              </Suspense>
              <Suspense key={JSON.stringify(search)} fallback={<PanelLoading className="mt-4 h-[36rem]" />}>
                <CustomersPanel view={view} />
              </Suspense>
              <Suspense fallback={<PanelLoading className="mt-4 h-[26rem]" />}>
                <CohortsPanel view={view} />
              </Suspense>
              <div className="mt-4 grid gap-4 lg:grid-cols-2">
                <Suspense fallback={<PanelLoading className="h-56" />}>
                  <ChannelsPanel view={view} />
                </Suspense>
                <Suspense fallback={<PanelLoading className="h-56" />}>
                  <TiersPanel view={view} />
                </Suspense>
              </div>
              <Suspense fallback={null}>
                <CampaignsPanel view={view} />
              </Suspense>
              <p className="mt-3 text-xs text-ink-muted">
                As of {formatDay(lake.lastClosedDate)}, the last closed day.
              </p>
            </>
          );
        }}
      </Asked>
    </Suspense>
  );
}
