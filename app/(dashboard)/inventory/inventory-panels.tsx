import { type ReactNode, Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { formatDay } from '#lib/figures.ts';
import type { SearchParams } from '#lib/period.ts';
import { choosePlaces } from '#lib/place-choice.ts';
import { PAGES } from '#lib/roles.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { PlaceChoice } from '../place-choice.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { ClassesPanel } from './classes-panel.tsx';
import { ExcessPanel } from './excess-panel.tsx';
import { OrdersPanel } from './orders-panel.tsx';
import { PhantomPanel } from './phantom-panel.tsx';
import { SellThroughPanel } from './sell-through-panel.tsx';
import { StockFiguresPanel } from './stock-figures-panel.tsx';
import { StockHeatmapPanel } from './stock-heatmap-panel.tsx';
import { chooseCategory } from './stock-view.ts';
import { StockoutsPanel } from './stockouts-panel.tsx';
import { TransfersPanel } from './transfers-panel.tsx';

interface InventoryPanelsProps {
  readonly search: SearchParams;
  /** Where a choice leads: the page itself, or the same panels in a frame. */
  readonly path?: string;
  /** Heading of the page; a frame has its own. */
  readonly title?: ReactNode;
}

/** What lies on the shelves, what is missing there and what to do about it. */
export async function InventoryPanels({ search, path = PAGES.inventory.path, title }: InventoryPanelsProps) {
  await requirePlaceScope('inventory', search);
  const { stores, regions } = choosePlaces(search);
  const picked = [...regions, ...stores];
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => {
        const view = { path, lake, search, category: chooseCategory(search) };
        const wait = (className: string) => <PanelLoading className={className} />;
        return (
          <>
            <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
              {title}
              <p className="text-sm text-ink-muted">At the close of {formatDay(lake.lastClosedDate)}</p>
              <PlaceChoice page="inventory" path={path} search={search} />
            </div>
            <Suspense fallback={wait('h-28')}>
              <StockFiguresPanel view={view} />
            </Suspense>
            <Suspense key={`heat ${view.category} ${picked}`} fallback={wait('mt-4 h-[36rem]')}>
              <StockHeatmapPanel view={view} />
            </Suspense>
            <Suspense fallback={wait('mt-4 h-[36rem]')}>
              <OrdersPanel view={view} />
            </Suspense>
            <div className="mt-4 grid gap-4 lg:grid-cols-2">
              <Suspense fallback={wait('h-96')}>
                <StockoutsPanel view={view} />
              </Suspense>
              <Suspense fallback={wait('h-96')}>
                <TransfersPanel view={view} />
              </Suspense>
              <Suspense fallback={wait('h-96')}>
                <ExcessPanel view={view} />
              </Suspense>
              <Suspense fallback={wait('h-96')}>
                <PhantomPanel view={view} />
              </Suspense>
              <Suspense fallback={wait('h-80')}>
                <ClassesPanel view={view} />
              </Suspense>
              <Suspense fallback={wait('h-80')}>
                <SellThroughPanel view={view} />
              </Suspense>
            </div>
          </>
        );
      }}
    </Asked>
  );
}
