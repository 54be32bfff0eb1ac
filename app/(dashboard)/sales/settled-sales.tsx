import { Suspense } from 'react';
import { PeriodControl } from '#components/controls/period-control.tsx';
import { PickedStores } from '#components/controls/picked-stores.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { chooseBasis, compare } from '#lib/comparison.ts';
import { formatPeriod } from '#lib/figures.ts';
import { choosePeriod, daysIn, type SearchParams } from '#lib/period.ts';
import { holidayCountry } from '#lib/public-holidays.ts';
import { PAGES } from '#lib/roles.ts';
import { chooseStores } from '#lib/store-choice.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { SalesFiguresPanel } from './sales-figures-panel.tsx';
import { requireSalesScope } from './sales-scope.ts';
import { SalesTrendPanel } from './sales-trend-panel.tsx';
import { type SalesView, viewAddress } from './sales-view.ts';
import { TopProductsPanel } from './top-products-panel.tsx';

const TABLES = 'mt-4 grid gap-4 lg:grid-cols-2';

/** The figures of closed days. */
export async function SettledSales({
  search,
  path = PAGES.sales.path,
}: {
  search: SearchParams;
  /** Where a choice of period leads: the page itself, or the same panels in a frame. */
  path?: string;
}) {
  const stores = chooseStores(search);
  await requireSalesScope(stores);
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => {
        const held = { from: lake.firstDate, to: lake.lastClosedDate };
        const chosen = choosePeriod(search, held);
        const { period, preset, notice } = chosen;
        const comparison = compare(period, chooseBasis(search), held, {
          preset,
          country: holidayCountry(lake.timeZone),
        });
        const view: SalesView = { lake, period, preset, comparison, stores };
        const shown = `${period.from} ${period.to} ${comparison.basis} ${stores}`;
        return (
          <>
            <div className="mt-8 mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
              <div>
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <h2 className="text-2xl font-semibold tracking-tight">{formatPeriod(period)}</h2>
                  {stores.length > 0 ? (
                    <PickedStores stores={stores} allHref={viewAddress(path, view, [])} />
                  ) : null}
                </div>
                <p className="text-sm text-ink-muted">
                  {daysIn(period)} closed days{comparison.isFair ? ', ' : '. '}
                  {comparison.words}
                  {notice ? <span className="block text-warn">{notice}</span> : null}
                </p>
              </div>
              <PeriodControl
                path={path}
                chosen={chosen}
                basis={comparison.basis}
                held={held}
                stores={stores}
              />
            </div>
            <Suspense key={`figures ${shown}`} fallback={<PanelLoading className="h-28" />}>
              <SalesFiguresPanel view={view} />
            </Suspense>
            <Suspense key={`trend ${shown}`} fallback={<PanelLoading className="mt-4 h-[23rem]" />}>
              <SalesTrendPanel view={view} />
            </Suspense>
            <div className={TABLES}>
              <Suspense key={`products ${shown}`} fallback={<PanelLoading className="h-[36rem]" />}>
                <TopProductsPanel view={view} />
              </Suspense>
              <Suspense key={`places ${shown}`} fallback={<PanelLoading className="h-[36rem]" />}>
                <PlacesPanel view={view} path={path} />
              </Suspense>
            </div>
          </>
        );
      }}
    </Asked>
  );
}

export function SettledSalesLoading() {
  return (
    <>
      <PanelLoading className="mt-8 mb-4 h-14" />
      <PanelLoading className="h-28" />
      <PanelLoading className="mt-4 h-[23rem]" />
      <div className={TABLES}>
        <PanelLoading className="h-[36rem]" />
        <PanelLoading className="h-[36rem]" />
      </div>
    </>
  );
}
