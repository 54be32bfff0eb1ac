import type { Metadata } from 'next';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePlaceScope } from '../place-scope.ts';
import { InventoryPanels } from './inventory-panels.tsx';

export const metadata: Metadata = { title: PAGES.inventory.title };

export default async function InventoryPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  await requirePlaceScope('inventory', search);
  return (
    <InventoryPanels
      search={search}
      title={<h1 className="text-2xl font-semibold tracking-tight">{PAGES.inventory.title}</h1>}
    />
  );
}
