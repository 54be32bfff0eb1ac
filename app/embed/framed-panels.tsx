import { type ReactNode, Suspense } from 'react';
import { type FramedPage, framePath } from '#lib/frame-pages.ts';
import type { SearchParams } from '#lib/period.ts';
import { ExecutivePanels, ExecutivePanelsLoading } from '../(dashboard)/executive/executive-panels.tsx';
import { InventoryPanels } from '../(dashboard)/inventory/inventory-panels.tsx';
import { LiveSalesPanel, LiveSalesPanelLoading } from '../(dashboard)/sales/live-sales-panel.tsx';
import { SettledSales, SettledSalesLoading } from '../(dashboard)/sales/settled-sales.tsx';
import { StoresPanels, StoresPanelsLoading } from '../(dashboard)/stores/stores-panels.tsx';
import { TodayPanels, TodayPanelsLoading } from '../(dashboard)/today/today-panels.tsx';

/** What stands in each frame: the very panels of the page, with its guards. */
export const FRAMED_PANELS: Readonly<Record<FramedPage, (search: SearchParams) => ReactNode>> = {
  executive: (search) => (
    <Suspense fallback={<ExecutivePanelsLoading />}>
      <ExecutivePanels search={search} path={framePath('executive')} />
    </Suspense>
  ),
  sales: (search) => (
    <>
      <Suspense fallback={<LiveSalesPanelLoading />}>
        <LiveSalesPanel />
      </Suspense>
      <Suspense fallback={<SettledSalesLoading />}>
        <SettledSales search={search} path={framePath('sales')} />
      </Suspense>
    </>
  ),
  stores: (search) => (
    <Suspense fallback={<StoresPanelsLoading />}>
      <StoresPanels search={search} path={framePath('stores')} />
    </Suspense>
  ),
  today: () => (
    <>
      <Suspense fallback={<LiveSalesPanelLoading />}>
        <LiveSalesPanel />
      </Suspense>
      <Suspense fallback={<TodayPanelsLoading />}>
        <TodayPanels />
      </Suspense>
    </>
  ),
  inventory: (search) => <InventoryPanels search={search} path={framePath('inventory')} />,
};
