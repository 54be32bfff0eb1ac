import { type ReactNode, Suspense } from 'react';
import { type FramedPage, framePath } from '#lib/frame-pages.ts';
import type { SearchParams } from '#lib/period.ts';
import { BasketsPanels } from '../(dashboard)/baskets/baskets-panels.tsx';
import { CustomersPanels } from '../(dashboard)/customers/customers-panels.tsx';
import { ExecutivePanels, ExecutivePanelsLoading } from '../(dashboard)/executive/executive-panels.tsx';
import { ForecastPanels } from '../(dashboard)/forecast/forecast-panels.tsx';
import { InventoryPanels } from '../(dashboard)/inventory/inventory-panels.tsx';
import { PlaceChoice } from '../(dashboard)/place-choice.tsx';
import { LiveSalesPanel, LiveSalesPanelLoading } from '../(dashboard)/sales/live-sales-panel.tsx';
import { SettledSales, SettledSalesLoading } from '../(dashboard)/sales/settled-sales.tsx';
import { StoresPanels, StoresPanelsLoading } from '../(dashboard)/stores/stores-panels.tsx';
import { SuppliersPanels } from '../(dashboard)/suppliers/suppliers-panels.tsx';
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
  forecast: (search) => <ForecastPanels search={search} path={framePath('forecast')} />,
  suppliers: (search) => <SuppliersPanels search={search} path={framePath('suppliers')} />,
  customers: (search) => (
    <>
      <PlaceChoice page="customers" path={framePath('customers')} search={search} />
      <CustomersPanels search={search} />
    </>
  ),
  baskets: (search) => <BasketsPanels search={search} />,
};
