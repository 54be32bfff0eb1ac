import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { AuditPanel } from './audit-panel.tsx';
import { BlockedPanel } from './blocked-panel.tsx';

export const metadata: Metadata = { title: PAGES.admin.title };

export default async function AdminPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePage('admin');
  const search = await searchParams;
  return (
    <>
      <h1 className="mb-4 text-2xl font-semibold tracking-tight">{PAGES.admin.title}</h1>
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_22rem]">
        <Suspense key={JSON.stringify(search)} fallback={<PanelLoading className="h-[36rem]" />}>
          <AuditPanel search={search} />
        </Suspense>
        <Suspense fallback={<PanelLoading className="h-48" />}>
          <BlockedPanel />
        </Suspense>
      </div>
    </>
  );
}
