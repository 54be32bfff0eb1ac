import { type BusinessDate, businessDate } from '#lib/business-date.ts';
import { formatChange, formatMoney, formatWeekday } from '#lib/figures.ts';
import { minorUnits } from '#lib/money.ts';
import { relativeChange } from '#lib/sales.ts';

interface ClosedDayLineProps {
  /** Net sales of the day as it was shown live, and as it was closed; minor units as digits. */
  readonly day: { readonly businessDate: string; readonly live: string; readonly closed: string };
  readonly currency: string;
}

/** Where live met batch: how far yesterday’s live figure was off. */
export function ClosedDayLine({ day, currency }: ClosedDayLineProps) {
  const [live, closed] = [minorUnits(BigInt(day.live)), minorUnits(BigInt(day.closed))];
  const change = relativeChange(closed, live);
  const date: BusinessDate = businessDate(day.businessDate);
  return (
    <p className="mt-2 px-1 text-sm text-ink-muted tabular-nums" data-closed-day={day.businessDate}>
      {`Yesterday, ${formatWeekday(date)}: ${formatMoney(live, currency)} live, ${formatMoney(closed, currency)} after close`}
      {change === null ? '' : ` (${live === closed ? 'no difference' : formatChange(change)})`}
    </p>
  );
}
