import type { Metadata } from 'next';
import { Suspense } from 'react';
import { LiveSalesTile } from '#components/live/live-sales-tile.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getLiveSales } from '#server/live/get-live-sales.ts';
import { TodayPanels, TodayPanelsLoading } from './today-panels.tsx';

export const metadata: Metadata = { title: PAGES.today.title };

export default async function TodayPage() {
  await requirePage('today');
  return (
    <>
      <h1 className="sr-only">{PAGES.today.title}</h1>
      <Suspense fallback={<PanelLoading className="h-48 md:h-32" />}>
        <LiveTile />
      </Suspense>
      <Suspense fallback={<TodayPanelsLoading />}>
        <TodayPanels />
      </Suspense>
    </>
  );
}

/** From Redis alone: it stands when the warehouse does not. */
async function LiveTile() {
  const { scope } = await requirePage('today');
  return <LiveSalesTile initial={await getLiveSales(scope)} />;
}
