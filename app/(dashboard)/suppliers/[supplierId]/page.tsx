import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { addressWith } from '#lib/address.ts';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { supplierWindows } from '#lib/supplier-window.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { listScorecards } from '#server/synapse/suppliers/list-scorecards.ts';
import { Asked } from '../../asked.tsx';
import { requirePlaceScope } from '../../place-scope.ts';
import { MonthsPanel } from './months-panel.tsx';
import { OpenLinesPanel } from './open-lines-panel.tsx';

export const metadata: Metadata = { title: PAGES.suppliers.title };

interface SupplierPageProps {
  readonly params: Promise<{ supplierId: string }>;
  readonly searchParams: Promise<SearchParams>;
}

/** One supplier: how it did month by month, and what of it is still awaited. */
export default async function SupplierPage({ params, searchParams }: SupplierPageProps) {
  const search = await searchParams;
  const { scope } = await requirePlaceScope('suppliers', search);
  const supplierId = (await params).supplierId.slice(0, 16);
  const ask = async () => {
    const lake = await getLakeStatus();
    const { period, before } = supplierWindows(lake.lastClosedDate);
    const { rows, stale } = await listScorecards({ period, before }, scope);
    return { lake, supplier: rows.find((card) => card.supplierId === supplierId), stale };
  };
  return (
    <Asked ask={ask}>
      {({ lake, supplier }) => {
        if (!supplier) notFound();
        return (
          <>
            <p className="text-sm">
              <Link
                href={addressWith(PAGES.suppliers.path, search)}
                className="text-accent underline underline-offset-4"
              >
                All suppliers
              </Link>
            </p>
            <h1 className="mb-4 text-2xl font-semibold tracking-tight">{supplier.supplierName}</h1>
            <Suspense fallback={<PanelLoading className="h-96" />}>
              <MonthsPanel {...{ lake, search, supplier }} />
            </Suspense>
            <Suspense fallback={<PanelLoading className="mt-4 h-96" />}>
              <OpenLinesPanel {...{ lake, search, supplierId }} />
            </Suspense>
          </>
        );
      }}
    </Asked>
  );
}
