import type { Metadata } from 'next';
import { Suspense } from 'react';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { LiveSalesPanel, LiveSalesPanelLoading } from './live-sales-panel.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { SettledSales, SettledSalesLoading } from './settled-sales.tsx';

export const metadata: Metadata = { title: PAGES.sales.title };

export default async function SalesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  await requireSalesScope(search);
  return (
    <>
      <h1 className="sr-only">{PAGES.sales.title}</h1>
      <Suspense fallback={<LiveSalesPanelLoading />}>
        <LiveSalesPanel />
      </Suspense>
      <Suspense fallback={<SettledSalesLoading />}>
        <SettledSales search={search} />
      </Suspense>
    </>
  );
}
