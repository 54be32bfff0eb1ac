import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import type { SearchParams } from '#lib/period.ts';
import { choosePlaces } from '#lib/place-choice.ts';
import { PAGES } from '#lib/roles.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { PlaceChoice } from '../place-choice.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { ExpectedPanel } from './expected-panel.tsx';
import { forecastAddress, forecastView } from './forecast-view.ts';
import { PartsPanel } from './parts-panel.tsx';
import { TrialPanel } from './trial-panel.tsx';

export const metadata: Metadata = { title: PAGES.forecast.title };

export default async function ForecastPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const search = await searchParams;
  await requirePlaceScope('forecast', search);
  const { stores, regions } = choosePlaces(search);
  const picked = [...regions, ...stores];
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => {
        const view = forecastView(lake, search);
        const shown = `${picked} ${view.category} ${view.productId}`;
        return (
          <>
            <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="text-2xl font-semibold tracking-tight">{PAGES.forecast.title}</h1>
              <p className="text-sm text-ink-muted">Units wanted a day, 30 days ahead</p>
              <PlaceChoice page="forecast" search={search} forgets={['category', 'product']} />
              {view.category === null && view.productId === null ? null : (
                <Link
                  href={forecastAddress(view, { category: null, product: null })}
                  className="text-sm text-accent underline underline-offset-4"
                >
                  All categories
                </Link>
              )}
            </div>
            <Suspense key={`expected ${shown}`} fallback={<PanelLoading className="h-[30rem]" />}>
              <ExpectedPanel view={view} />
            </Suspense>
            <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
              <Suspense key={`trial ${shown}`} fallback={<PanelLoading className="h-[28rem]" />}>
                <TrialPanel view={view} />
              </Suspense>
              <Suspense key={`parts ${shown}`} fallback={<PanelLoading className="h-[28rem]" />}>
                <PartsPanel view={view} />
              </Suspense>
            </div>
          </>
        );
      }}
    </Asked>
  );
}
