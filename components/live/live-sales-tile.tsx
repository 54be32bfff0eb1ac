'use client';
import { useId } from 'react';
import { formatAge, formatCount, formatDay, formatMoney, formatRatio, NO_FIGURE } from '#lib/figures.ts';
import type { LiveSales, LiveUnavailable } from '#lib/live-sales.ts';
import { METRICS, type MetricName } from '#lib/metrics.ts';
import { minorUnits } from '#lib/money.ts';
import { atv, upt } from '#lib/sales.ts';
import { LiveBadge, livePhaseText } from './live-badge.tsx';
import { SpokenNews } from './spoken-news.tsx';
import { useLiveSales } from './use-live-sales.ts';

/** Today so far: begins with the server's figures and then moves by itself, saying how old and how live they are. */
export function LiveSalesTile({ initial }: { initial: LiveSales | LiveUnavailable }) {
  const { sales, connection, now } = useLiveSales(initial);
  const heading = useId();
  const state = livePhaseText(connection, sales?.timeZone);
  const figures = sales && { ...sales, netSales: minorUnits(BigInt(sales.netSales)) };
  const netSales = figures ? formatMoney(figures.netSales, figures.currency) : NO_FIGURE;
  const transactions = formatCount(figures?.transactions ?? null);
  const upTo = sales?.eventTime ? `up to ${sales.eventTime.slice(11, 16)}` : 'no sale yet';
  const tone = connection.since === null ? 'text-ink' : 'text-ink-muted';
  return (
    <section
      aria-labelledby={heading}
      data-live={connection.phase}
      className="min-h-48 md:min-h-32 rounded-xl border border-line bg-surface px-5 py-3"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={heading} className="text-base font-semibold">
          Today so far
          {sales ? (
            <span className="ml-2 font-normal text-ink-muted">{formatDay(sales.businessDate)}</span>
          ) : null}
        </h2>
        <LiveBadge phase={connection.phase} text={state} />
      </header>
      <dl className={`mt-1 grid grid-cols-2 gap-x-6 gap-y-1 md:grid-cols-4 ${tone}`}>
        <Figure name="netSales">{netSales}</Figure>
        <Figure name="transactions">{transactions}</Figure>
        <Figure name="atv">{figures ? formatMoney(atv(figures), figures.currency) : NO_FIGURE}</Figure>
        <Figure name="upt">{figures ? formatRatio(upt(figures)) : NO_FIGURE}</Figure>
      </dl>
      <p className="text-sm text-ink-muted tabular-nums">
        <span data-live-time>{upTo}</span>
        {sales ? <span> · {storesReporting(sales.reportingStores)}</span> : null}
        {sales && sales.countedAt !== null ? (
          <span> · last sale {formatAge(now - sales.countedAt)}</span>
        ) : null}
      </p>
      <SpokenNews state={state} figures={`Net sales ${netSales}, ${transactions} transactions, ${upTo}`} />
    </section>
  );
}

function storesReporting(count: number): string {
  return count === 1 ? '1 store reporting' : `${formatCount(count)} stores reporting`;
}

function Figure({ name, children }: { name: MetricName; children: string }) {
  return (
    <div className="min-w-0" data-live-metric={name}>
      <dt className="text-sm text-ink-muted">{METRICS[name].title}</dt>
      <dd className="truncate text-2xl font-semibold tracking-tight tabular-nums" data-figure>
        {children}
      </dd>
    </div>
  );
}
