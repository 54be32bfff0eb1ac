import type { Metadata } from 'next';
import { Suspense } from 'react';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { ExecutivePanels, ExecutivePanelsLoading } from './executive-panels.tsx';

export const metadata: Metadata = { title: PAGES.executive.title };

export default async function ExecutivePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requirePage('executive');
  return (
    <>
      <h1 className="sr-only">{PAGES.executive.title}</h1>
      <Suspense fallback={<ExecutivePanelsLoading />}>
        <ExecutivePanels search={await searchParams} />
      </Suspense>
    </>
  );
}
