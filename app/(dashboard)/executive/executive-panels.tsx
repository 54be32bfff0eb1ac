import { Suspense } from 'react';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { storesView } from '../compared-stores.ts';
import { ViewHeading } from '../view-heading.tsx';
import { type BridgeKind, chooseBridge } from './bridge-kind.ts';
import { BridgePanel } from './bridge-panel.tsx';
import { DecisionsPanel } from './decisions-panel.tsx';
import { ExtremesPanel } from './extremes-panel.tsx';
import { HeadlinePanel } from './headline-panel.tsx';
import { RegionsPanel } from './regions-panel.tsx';

/* Each panel has at least the height its place was kept at, so that nothing below it moves when it arrives. */
const HEADLINE = 'min-h-[35rem] sm:min-h-[27rem] lg:min-h-[17rem]';
const BRIDGE = 'min-h-[37.5rem] lg:min-h-[36rem]';
const DECISIONS = 'min-h-[21rem]';
const EXTREMES = 'min-h-[26rem] xl:min-h-[16rem]';
const REGIONS = 'mt-4 min-h-[19rem]';
const PAIR = 'mt-4 grid gap-4 lg:grid-cols-2';
const STACK = 'flex min-w-0 flex-col gap-4';

/** The chain, or what a person sees of it, on one screen. */
export async function ExecutivePanels({
  search,
  path = PAGES.executive.path,
}: {
  search: SearchParams;
  /** Where a choice leads: the page itself, or the same panels in a frame. */
  path?: string;
}) {
  await requirePage('executive');
  const bridge: BridgeKind = chooseBridge(search);
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => {
        const view = storesView(search, lake);
        const shown = `${view.period.from} ${view.period.to} ${view.comparison.basis} ${view.comp}`;
        return (
          <>
            <ViewHeading view={view} path={path} />
            <Suspense key={`headline ${shown}`} fallback={<PanelLoading className={HEADLINE} />}>
              <HeadlinePanel view={view} className={HEADLINE} />
            </Suspense>
            <div className={PAIR}>
              <Suspense key={`bridge ${shown}${bridge}`} fallback={<PanelLoading className={BRIDGE} />}>
                <BridgePanel view={view} kind={bridge} path={path} className={BRIDGE} />
              </Suspense>
              <div className={STACK}>
                <Suspense fallback={<PanelLoading className={DECISIONS} />}>
                  <DecisionsPanel currency={lake.currency} className={DECISIONS} />
                </Suspense>
                <Suspense key={`stores ${shown}`} fallback={<PanelLoading className={EXTREMES} />}>
                  <ExtremesPanel view={view} className={EXTREMES} />
                </Suspense>
              </div>
            </div>
            <Suspense key={`regions ${shown}`} fallback={<PanelLoading className={REGIONS} />}>
              <RegionsPanel view={view} className={REGIONS} />
            </Suspense>
          </>
        );
      }}
    </Asked>
  );
}

export function ExecutivePanelsLoading() {
  return (
    <>
      <PanelLoading className="mb-4 h-14" />
      <PanelLoading className={HEADLINE} />
      <div className={PAIR}>
        <PanelLoading className={BRIDGE} />
        <div className={STACK}>
          <PanelLoading className={DECISIONS} />
          <PanelLoading className={EXTREMES} />
        </div>
      </div>
      <PanelLoading className={REGIONS} />
    </>
  );
}
