'use client';
import { useId } from 'react';
import { formatCount, formatDay, formatMoney, formatRatio, NO_FIGURE } from '#lib/figures.ts';
import type { LiveSales, LiveUnavailable } from '#lib/live-sales.ts';
import { METRICS, type MetricName } from '#lib/metrics.ts';
import { minorUnits } from '#lib/money.ts';
import { atv, upt } from '#lib/sales.ts';
import { LiveBadge, livePhaseText } from './live-badge.tsx';
import { useLiveSales } from './use-live-sales.ts';

interface StoreLiveTileProps {
  readonly storeId: string;
  /** Of all the stores a person may see: this one is picked out of them, so that pages share one line. */
  readonly initial: LiveSales | LiveUnavailable;
}

/** One store's day so far, moving by itself. */
export function StoreLiveTile({ storeId, initial }: StoreLiveTileProps) {
  const { sales, connection } = useLiveSales(initial);
  const heading = useId();
  const store = sales?.stores.find((one) => one.storeId === storeId);
  const figures = store && { ...store, netSales: minorUnits(BigInt(store.netSales)) };
  const money = (amount: ReturnType<typeof atv>) =>
    sales && figures ? formatMoney(amount, sales.currency) : NO_FIGURE;
  const figure = (name: MetricName, value: string) => (
    <div className="min-w-0" data-live-metric={name}>
      <dt className="text-sm text-ink-muted">{METRICS[name].title}</dt>
      <dd className="truncate text-xl font-semibold tracking-tight tabular-nums" data-figure>
        {value}
      </dd>
    </div>
  );
  return (
    <section
      aria-labelledby={heading}
      data-live={connection.phase}
      className="min-h-36 rounded-xl border border-line bg-surface px-5 py-3 md:min-h-28"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={heading} className="text-base font-semibold">
          Today so far
          <span className="ml-2 font-normal text-ink-muted">
            {sales ? formatDay(sales.businessDate) : ''}
            {store ? `, up to ${store.eventTime.slice(11, 16)}` : sales ? ', no sale yet' : ''}
          </span>
        </h2>
        <LiveBadge phase={connection.phase} text={livePhaseText(connection, sales?.timeZone)} />
      </header>
      <dl className="mt-1 grid grid-cols-2 gap-x-6 gap-y-1 md:grid-cols-4">
        {figure('netSales', money(figures?.netSales ?? null))}
        {figure('transactions', formatCount(figures?.transactions ?? null))}
        {figure('atv', money(figures ? atv(figures) : null))}
        {figure('upt', figures ? formatRatio(upt(figures)) : NO_FIGURE)}
      </dl>
    </section>
  );
}
