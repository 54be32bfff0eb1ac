import { Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../../asked.tsx';
import { storesView } from '../../compared-stores.ts';
import { ViewHeading } from '../../view-heading.tsx';
import { requireStore } from '../store-scope.ts';
import { ShelfPanel } from './shelf-panel.tsx';
import { StaffingPanel } from './staffing-panel.tsx';
import { StoreFiguresPanel } from './store-figures-panel.tsx';
import { StoreTrendPanel } from './store-trend-panel.tsx';
import { TasksPanel } from './tasks-panel.tsx';

const FIGURES = 'h-[40rem] sm:h-80';
const PAIR = 'mt-4 grid gap-4 lg:grid-cols-2';

/** One store on one page: what it sold, why, who worked, what its shelves lack and what waits for somebody. */
export async function StorePanels({ storeId, search }: { storeId: string; search: SearchParams }) {
  await requireStore(storeId);
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => {
        const view = storesView({ ...search, comp: undefined }, lake);
        const of = { view, storeId };
        const shown = `${view.period.from} ${view.period.to} ${view.comparison.basis}`;
        return (
          <>
            <div className="h-6" />
            <ViewHeading
              view={view}
              path={`${PAGES.stores.path}/${encodeURIComponent(storeId)}`}
              isOneStore
            />
            <Suspense key={`figures ${shown}`} fallback={<PanelLoading className={FIGURES} />}>
              <StoreFiguresPanel {...of} />
            </Suspense>
            <Suspense key={`trend ${shown}`} fallback={<PanelLoading className="mt-4 h-[23rem]" />}>
              <StoreTrendPanel {...of} />
            </Suspense>
            <div className={PAIR}>
              <Suspense fallback={<PanelLoading className="h-72" />}>
                <TasksPanel {...of} />
              </Suspense>
              <Suspense key={`staff ${shown}`} fallback={<PanelLoading className="h-72" />}>
                <StaffingPanel {...of} />
              </Suspense>
            </div>
            <Suspense fallback={<PanelLoading className="mt-4 h-96" />}>
              <ShelfPanel {...of} />
            </Suspense>
          </>
        );
      }}
    </Asked>
  );
}

export function StorePanelsLoading() {
  return (
    <>
      <PanelLoading className="mt-6 mb-4 h-14" />
      <PanelLoading className={FIGURES} />
      <PanelLoading className="mt-4 h-[23rem]" />
    </>
  );
}
