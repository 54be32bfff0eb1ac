import type { Metadata } from 'next';
import { Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { ImportReportPanel } from './import-report-panel.tsx';

export const metadata: Metadata = { title: PAGES.lake.title };

export default async function LakePage() {
  await requirePage('lake');
  return (
    <>
      <h1 className="mb-4 text-2xl font-semibold tracking-tight">{PAGES.lake.title}</h1>
      <Suspense fallback={<PanelLoading className="h-[30rem]" />}>
        <ImportReportPanel />
      </Suspense>
    </>
  );
}
