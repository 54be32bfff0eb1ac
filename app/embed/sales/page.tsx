import type { Metadata } from 'next';
import { Suspense } from 'react';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { LiveSalesPanel, LiveSalesPanelLoading } from '../../(dashboard)/sales/live-sales-panel.tsx';
import { SettledSales, SettledSalesLoading } from '../../(dashboard)/sales/settled-sales.tsx';
import { Framed } from '../framed.tsx';

export const metadata: Metadata = { title: PAGES.sales.title };

/** The panels of the sales page without its chrome, for a frame on the intranet. */
export default async function FramedSalesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  return (
    <Framed page="sales">
      <Suspense fallback={<LiveSalesPanelLoading />}>
        <LiveSalesPanel />
      </Suspense>
      <Suspense fallback={<SettledSalesLoading />}>
        <SettledSales search={search} path="/embed/sales" />
      </Suspense>
    </Framed>
  );
}
