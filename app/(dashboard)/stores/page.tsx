import type { Metadata } from 'next';
import { Suspense } from 'react';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { StoresPanels, StoresPanelsLoading } from './stores-panels.tsx';

export const metadata: Metadata = { title: PAGES.stores.title };

export default async function StoresPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePage('stores');
  return (
    <>
      <h1 className="sr-only">{PAGES.stores.title}</h1>
      <Suspense fallback={<StoresPanelsLoading />}>
        <StoresPanels search={await searchParams} />
      </Suspense>
    </>
  );
}
