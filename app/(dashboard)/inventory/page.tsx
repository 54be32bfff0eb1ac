import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PickedStores } from '#components/controls/picked-stores.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { addressWith } from '#lib/address.ts';
import { formatDay } from '#lib/figures.ts';
import type { SearchParams } from '#lib/period.ts';
import { choosePlaces } from '#lib/place-choice.ts';
import { PAGES } from '#lib/roles.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
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

export const metadata: Metadata = { title: PAGES.inventory.title };

export default async function InventoryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  await requirePlaceScope('inventory', search);
  const { stores, regions } = choosePlaces(search);
  const picked = [...regions, ...stores];
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => {
        const view = { lake, search, category: chooseCategory(search) };
        const wait = (className: string) => <PanelLoading className={className} />;
        return (
          <>
            <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="text-2xl font-semibold tracking-tight">{PAGES.inventory.title}</h1>
              <p className="text-sm text-ink-muted">At the close of {formatDay(lake.lastClosedDate)}</p>
              {picked.length > 0 ? (
                <PickedStores
                  stores={picked}
                  allHref={addressWith(PAGES.inventory.path, search, { store: null, region: null })}
                />
              ) : null}
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
