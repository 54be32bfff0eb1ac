import type { Metadata } from 'next';
import { Suspense } from 'react';
import { CustomerFinder } from '#components/customer/customer-finder.tsx';
import { CustomerSearch } from '#components/customer/customer-search.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { formatDay } from '#lib/figures.ts';
import type { SearchParams } from '#lib/period.ts';
import { mayDo, PAGES } from '#lib/roles.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { PlaceChoice } from '../place-choice.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { ChannelsPanel } from './channels-panel.tsx';
import { CohortsPanel } from './cohorts-panel.tsx';
import { CustomersPanel } from './customers-panel.tsx';
import { customersView } from './customers-view.tsx';
import { SegmentsPanel } from './segments-panel.tsx';
import { TiersPanel } from './tiers-panel.tsx';

export const metadata: Metadata = { title: PAGES.customers.title };

export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  const { role } = await requirePlaceScope('customers', search);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="space-y-2">
          <div>
            <h1 className="text-2xl font-semibold tracking-tight">{PAGES.customers.title}</h1>
            <p className="text-sm text-ink-muted">
              A customer belongs to their home store, wherever they shop. 364 days to the last closed day.
            </p>
          </div>
          <PlaceChoice page="customers" search={search} />
        </div>
        <div className="flex w-full flex-wrap items-start gap-4 md:w-auto">
          <CustomerFinder path={PAGES.customers.path} />
          {mayDo(role, 'reveal') ? (
            <div className="w-full md:w-96">
              <CustomerSearch path={PAGES.customers.path} />
            </div>
          ) : null}
        </div>
      </div>
      <Suspense fallback={<PanelLoading className="h-[40rem]" />}>
        <Asked ask={getLakeStatus}>
          {(lake) => {
            const view = customersView(lake, search);
            return (
              <>
                <Suspense fallback={<PanelLoading className="h-[34rem]" />}>
                  <SegmentsPanel view={view} />
                </Suspense>
                <Suspense key={JSON.stringify(search)} fallback={<PanelLoading className="mt-4 h-[36rem]" />}>
                  <CustomersPanel view={view} />
                </Suspense>
                <Suspense fallback={<PanelLoading className="mt-4 h-[26rem]" />}>
                  <CohortsPanel view={view} />
                </Suspense>
                <div className="mt-4 grid gap-4 lg:grid-cols-2">
                  <Suspense fallback={<PanelLoading className="h-56" />}>
                    <ChannelsPanel view={view} />
                  </Suspense>
                  <Suspense fallback={<PanelLoading className="h-56" />}>
                    <TiersPanel view={view} />
                  </Suspense>
                </div>
                <p className="mt-3 text-xs text-ink-muted">
                  As of {formatDay(lake.lastClosedDate)}, the last closed day.
                </p>
              </>
            );
          }}
        </Asked>
      </Suspense>
    </>
  );
}
