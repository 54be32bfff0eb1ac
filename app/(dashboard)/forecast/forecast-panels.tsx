import Link from 'next/link';
import { type ReactNode, Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import type { SearchParams } from '#lib/period.ts';
import { choosePlaces } from '#lib/place-choice.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { PlaceChoice } from '../place-choice.tsx';
import { requirePlaceScope } from '../place-scope.ts';
import { ExpectedPanel } from './expected-panel.tsx';
import { forecastAddress, forecastView } from './forecast-view.ts';
import { PartsPanel } from './parts-panel.tsx';
import { TrialPanel } from './trial-panel.tsx';

interface PanelsProps {
  readonly search: SearchParams;
  /** Where a choice leads: the page itself, or the same panels in a frame. */
  readonly path: string;
  /** Heading of the page; a frame has its own. */
  readonly title?: ReactNode;
}

/** What will be wanted in the next 30 days, how far that can be trusted, and of what it is made. */
export async function ForecastPanels({ search, path, title }: PanelsProps) {
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
              {title}
              <p className="text-sm text-ink-muted">Units wanted a day, 30 days ahead</p>
              <PlaceChoice page="forecast" path={path} search={search} forgets={['category', 'product']} />
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
