import type { BusinessDate } from './business-date.ts';
import type { ComparableHour } from './comparable-day.ts';
import { timeOfDay } from './completeness.ts';
import type { LiveSales } from './live-sales.ts';
import { type MinorUnits, minorUnits } from './money.ts';

/** One hour of today beside the same hour of the same weekday last week. */
export interface HourPoint {
  /** `14:00` */
  readonly label: string;
  readonly until: string;
  /** Null for an hour that has not begun. */
  readonly today: MinorUnits | null;
  /** Null where last week is not held. */
  readonly lastWeek: MinorUnits | null;
}

/**
 * Every hour from the first to the last that either day sold in. An hour that has passed without a sale is a zero; one
 * that has not begun is not.
 * @param upTo minutes since midnight up to which today is in; null before any event
 */
export function hourCurve(
  today: LiveSales['hours'],
  past: readonly ComparableHour[],
  lastWeek: BusinessDate,
  upTo: number | null,
): HourPoint[] {
  const now = new Map(today.map(({ hour, netSales }) => [hour, minorUnits(BigInt(netSales))]));
  const then = new Map(
    past
      .filter(({ businessDate }) => businessDate === lastWeek)
      .map(({ hour, netSales }) => [hour, netSales]),
  );
  const hours = [...now.keys(), ...then.keys()];
  if (hours.length === 0) return [];
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  const zero = minorUnits(0n);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).map((hour) => ({
    label: timeOfDay(hour * 60),
    until: timeOfDay(hour * 60 + 60),
    today: now.get(hour) ?? (upTo !== null && hour * 60 <= upTo ? zero : null),
    lastWeek: then.size === 0 ? null : (then.get(hour) ?? zero),
  }));
}
