import { Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { storesView } from '../compared-stores.ts';
import { ViewHeading } from '../view-heading.tsx';
import { BenchmarkPanel } from './benchmark-panel.tsx';
import { chooseRank } from './choose-rank.ts';
import { RankingPanel } from './ranking-panel.tsx';

/** Every store of a person against stores like it. */
export async function StoresPanels({
  search,
  path = PAGES.stores.path,
}: {
  search: SearchParams;
  /** Where a choice leads: the page itself, or the same panels in a frame. */
  path?: string;
}) {
  const { role } = await requirePage('stores');
  const metric = chooseRank(search, role);
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => {
        const view = storesView(search, lake);
        const shown = `${view.period.from} ${view.period.to} ${view.comp} ${metric}`;
        return (
          <>
            <ViewHeading view={view} path={path} />
            {/* Both ask the same, and how tall they are nobody knows before: apart, one would push the other. */}
            <Suspense key={shown} fallback={<PanelLoading className="h-[60rem]" />}>
              <RankingPanel view={view} metric={metric} path={path} />
              <BenchmarkPanel view={view} />
            </Suspense>
          </>
        );
      }}
    </Asked>
  );
}

export function StoresPanelsLoading() {
  return (
    <>
      <PanelLoading className="mb-4 h-14" />
      <PanelLoading className="h-[60rem]" />
    </>
  );
}
