'use client';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import type { BusinessDate } from '#lib/business-date.ts';
import type { ComparableHour, UsualStore } from '#lib/comparable-day.ts';
import { completeness, completenessInWords } from '#lib/completeness.ts';
import { formatWeekday } from '#lib/figures.ts';
import { hourCurve } from '#lib/hour-curve.ts';
import type { LiveSales, LiveUnavailable } from '#lib/live-sales.ts';
import { minorUnits } from '#lib/money.ts';
import { dayCurves, pacing } from '#lib/pacing.ts';
import { TodayHours } from './today-hours.tsx';
import { TodayPace } from './today-pace.tsx';
import { TodayStores } from './today-stores.tsx';
import { TodayTicker } from './today-ticker.tsx';
import { useLiveSales } from './use-live-sales.ts';

interface TodayBoardProps {
  readonly initial: LiveSales | LiveUnavailable;
  /** Up to eight days with today's weekday, hour by hour. */
  readonly past: readonly ComparableHour[];
  readonly usualStores: readonly UsualStore[];
  /** The last of those days. */
  readonly lastWeek: BusinessDate;
}

/** Today as it goes: against what was to be expected by now, from how many of the stores, hour by hour, till by till. */
export function TodayBoard({ initial, past, usualStores, lastWeek }: TodayBoardProps) {
  const { sales } = useLiveSales(initial);
  if (!sales) return <PanelEmpty>Nothing is known of today yet.</PanelEmpty>;
  const curves = dayCurves(past);
  const reports = completeness(sales, usualStores, curves);
  const pace = pacing(curves, minorUnits(BigInt(sales.netSales)), reports.upTo ?? 0);
  const names = new Map(usualStores.map(({ storeId, storeName }) => [storeId, storeName]));
  const { currency } = sales;
  return (
    <>
      <Panel
        title="Pace"
        className="mt-4"
        subtitle={<span data-completeness>{completenessInWords(reports)}</span>}
      >
        {pace ? (
          <TodayPace sales={sales} pace={pace} />
        ) : (
          <PanelEmpty>
            Fewer than three past days of this weekday are held: there is nothing fair to expect.
          </PanelEmpty>
        )}
      </Panel>
      <div className="mt-4 grid grid-cols-1 gap-4 lg:grid-cols-3">
        <Panel
          title="Net sales by hour"
          className="lg:col-span-2"
          subtitle={`Columns: today. Line: ${formatWeekday(lastWeek)}.`}
        >
          <TodayHours points={hourCurve(sales.hours, past, lastWeek, reports.upTo)} currency={currency} />
        </Panel>
        <Panel title="At the tills" subtitle="As they come in, latest first">
          <TodayTicker tickets={sales.ticker} names={names} currency={currency} />
        </Panel>
      </div>
      {usualStores.length > 1 ? (
        <Panel
          title="Stores"
          className="mt-4"
          subtitle="Sales so far against each store’s usual share of the day by now"
        >
          <TodayStores sales={sales} usual={usualStores} curves={curves} reports={reports} />
        </Panel>
      ) : null}
    </>
  );
}
