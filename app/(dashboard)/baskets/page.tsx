import type { Metadata } from 'next';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { BasketsPanels } from './baskets-panels.tsx';

export const metadata: Metadata = { title: PAGES.baskets.title };

export default async function BasketsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  await requirePage('baskets');
  return (
    <BasketsPanels
      search={search}
      title={<h1 className="text-2xl font-semibold tracking-tight">{PAGES.baskets.title}</h1>}
    />
  );
}
