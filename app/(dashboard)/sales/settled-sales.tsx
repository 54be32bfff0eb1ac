import { Suspense } from 'react';
import { PeriodControl } from '#components/controls/period-control.tsx';
import { PanelLoading } from '#components/panel/panel-states.tsx';
import { formatDay, formatPeriod } from '#lib/figures.ts';
import type { LakeStatus } from '#lib/lake-status.ts';
import { choosePeriod, daysIn, isHeld, type Period, previousPeriod, type SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { requirePage } from '#server/auth/require-role.ts';
import { getLakeStatus } from '#server/synapse/lake/get-lake-status.ts';
import { Asked } from '../asked.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { SalesFiguresPanel } from './sales-figures-panel.tsx';
import { SalesTrendPanel } from './sales-trend-panel.tsx';
import { TopProductsPanel } from './top-products-panel.tsx';

/** What every panel of the page shares: which days, held against which, out of which lake. */
export interface SalesView {
  readonly lake: LakeStatus;
  readonly period: Period;
  readonly basis: Period;
  /** False where the basis is not held whole: then no change is shown, because it would not be a fair one. */
  readonly compared: boolean;
}

const TABLES = 'mt-4 grid gap-4 lg:grid-cols-2';

/** The figures of closed days. */
export async function SettledSales({ search }: { search: SearchParams }) {
  await requirePage('sales');
  return (
    <Asked ask={getLakeStatus}>
      {(lake) => {
        const held = { from: lake.firstDate, to: lake.lastClosedDate };
        const { period, preset, notice } = choosePeriod(search, held);
        const basis = previousPeriod(period);
        const view: SalesView = { lake, period, basis, compared: isHeld(basis, held) };
        return (
          <>
            <div className="mt-8 mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
              <div>
                <h2 className="text-2xl font-semibold tracking-tight">{formatPeriod(period)}</h2>
                <p className="text-sm text-ink-muted">
                  {basisInWords(view)}
                  {notice ? <span className="block text-warn">{notice}</span> : null}
                </p>
              </div>
              <PeriodControl path={PAGES.sales.path} period={period} preset={preset} held={held} />
            </div>
            <Suspense
              key={`figures ${period.from} ${period.to}`}
              fallback={<PanelLoading className="h-28" />}
            >
              <SalesFiguresPanel view={view} />
            </Suspense>
            <Suspense
              key={`trend ${period.from} ${period.to}`}
              fallback={<PanelLoading className="mt-4 h-[23rem]" />}
            >
              <SalesTrendPanel view={view} />
            </Suspense>
            <div className={TABLES}>
              <Suspense
                key={`products ${period.from} ${period.to}`}
                fallback={<PanelLoading className="h-[36rem]" />}
              >
                <TopProductsPanel view={view} />
              </Suspense>
              <Suspense
                key={`places ${period.from} ${period.to}`}
                fallback={<PanelLoading className="h-[36rem]" />}
              >
                <PlacesPanel view={view} />
              </Suspense>
            </div>
          </>
        );
      }}
    </Asked>
  );
}

function basisInWords({ lake, period, basis, compared }: SalesView): string {
  const days = daysIn(period);
  if (!compared)
    return `${days} closed days. No comparison: the days before ${formatDay(lake.firstDate)} are not held.`;
  return `${days} closed days, compared with the ${days} days before: ${formatPeriod(basis)}`;
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
