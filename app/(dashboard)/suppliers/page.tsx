import type { Metadata } from 'next';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePlaceScope } from '../place-scope.ts';
import { SuppliersPanels } from './suppliers-panels.tsx';

export const metadata: Metadata = { title: PAGES.suppliers.title };

export default async function SuppliersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  await requirePlaceScope('suppliers', search);
  return (
    <SuppliersPanels
      search={search}
      path={PAGES.suppliers.path}
      title={<h1 className="text-2xl font-semibold tracking-tight">{PAGES.suppliers.title}</h1>}
    />
  );
}
