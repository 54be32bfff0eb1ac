import { type ReactNode, Suspense } from 'react';
import { type FramedPage, framePath } from '#lib/frame-pages.ts';
import type { SearchParams } from '#lib/period.ts';
import { LiveSalesPanel, LiveSalesPanelLoading } from '../(dashboard)/sales/live-sales-panel.tsx';
import { SettledSales, SettledSalesLoading } from '../(dashboard)/sales/settled-sales.tsx';
import { TodayPanels, TodayPanelsLoading } from '../(dashboard)/today/today-panels.tsx';

/** What stands in each frame: the very panels of the page, with its guards. */
export const FRAMED_PANELS: Readonly<Record<FramedPage, (search: SearchParams) => ReactNode>> = {
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
};
