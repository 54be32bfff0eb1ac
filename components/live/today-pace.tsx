import { Change } from '#components/panel/change.tsx';
import { Definition } from '#components/panel/definition.tsx';
import { formatMoney } from '#lib/figures.ts';
import type { LiveSales } from '#lib/live-sales.ts';
import { minorUnits } from '#lib/money.ts';
import type { Estimate, Pacing } from '#lib/pacing.ts';
import { relativeChange } from '#lib/sales.ts';

/** Sales so far, what was to be expected by now, and where the day is going; each with its range. */
export function TodayPace({ sales, pace }: { sales: LiveSales; pace: Pacing }) {
  const { currency } = sales;
  const netSales = minorUnits(BigInt(sales.netSales));
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-4">
      <PaceFigure
        name="againstExpected"
        title="Against expected"
        definition="Net sales so far ÷ expected by now − 1."
      >
        <Change metric="netSales" change={relativeChange(netSales, pace.expectedByNow.value)} />
        <Below>{`${formatMoney(netSales, currency)} so far`}</Below>
      </PaceFigure>
      <PaceFigure
        name="expectedByNow"
        title="Expected by now"
        definition={`A usual day × the share of it that is usually in by this time. Both are trimmed means of the last ${pace.days} days of this weekday. The range holds four of five of those days.`}
      >
        {formatMoney(pace.expectedByNow.value, currency)}
        <Below>{range(pace.expectedByNow, currency)}</Below>
      </PaceFigure>
      <PaceFigure
        name="projectedClose"
        title="Projected close"
        definition="Sales so far ÷ the share of a day that is usually in by this time. The range is what four of five past days would make of it."
      >
        {formatMoney(pace.projectedClose?.value ?? null, currency)}
        <Below>{pace.projectedClose ? range(pace.projectedClose, currency) : 'too early to say'}</Below>
      </PaceFigure>
      <PaceFigure
        name="usualDay"
        title="Usual day"
        definition={`Trimmed mean of net sales over the last ${pace.days} days of this weekday.`}
      >
        {formatMoney(pace.usualDay, currency)}
        <Below>{`mean of ${pace.days} days`}</Below>
      </PaceFigure>
    </dl>
  );
}

interface PaceFigureProps {
  readonly name: string;
  readonly title: string;
  readonly definition: string;
  readonly children: React.ReactNode;
}

function PaceFigure({ name, title, definition, children }: PaceFigureProps) {
  return (
    <div className="min-w-0" data-pace={name}>
      <dt className="flex items-center gap-2 text-sm text-ink-muted">
        {title}
        <Definition title={title}>{definition}</Definition>
      </dt>
      <dd className="text-2xl font-semibold tracking-tight tabular-nums">{children}</dd>
    </div>
  );
}

function Below({ children }: { children: React.ReactNode }) {
  return <span className="block text-sm font-normal tracking-normal text-ink-muted">{children}</span>;
}

function range({ low, high }: Estimate, currency: string): string {
  return `${formatMoney(low, currency)} to ${formatMoney(high, currency)}`;
}
