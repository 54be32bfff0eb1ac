import type { Metadata } from 'next';
import { Suspense } from 'react';
import { StoreLiveTile } from '#components/live/store-live-tile.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { getLiveSales } from '#server/live/get-live-sales.ts';
import { requireStore } from '../store-scope.ts';
import { StoreHeading } from './store-heading.tsx';
import { StorePanels, StorePanelsLoading } from './store-panels.tsx';

export const metadata: Metadata = { title: PAGES.stores.title };

interface StorePageProps {
  readonly params: Promise<{ storeId: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export default async function StorePage({ params, searchParams }: StorePageProps) {
  const { storeId } = await params;
  await requireStore(storeId);
  return (
    <>
      <Suspense fallback={<PanelLoading className="mb-4 h-[4.75rem]" />}>
        <StoreHeading storeId={storeId} />
      </Suspense>
      <Suspense fallback={<PanelLoading className="h-36 md:h-28" />}>
        <LiveStore storeId={storeId} />
      </Suspense>
      <Suspense fallback={<StorePanelsLoading />}>
        <StorePanels storeId={storeId} search={await searchParams} />
      </Suspense>
    </>
  );
}

/** From Redis alone: it stands when the warehouse does not. One line to the server serves all of a person's stores. */
async function LiveStore({ storeId }: { storeId: string }) {
  const { authority } = await requireStore(storeId);
  return <StoreLiveTile storeId={storeId} initial={await getLiveSales(authority.scope)} />;
}
