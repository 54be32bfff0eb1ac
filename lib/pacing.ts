import type { BusinessDate } from './business-date.ts';
import type { ComparableHour } from './comparable-day.ts';
import { type MinorUnits, minorUnits } from './money.ts';

/** How one comparable day went: what it took in by the end of each hour from its first to its last. */
export interface DayCurve {
  readonly businessDate: BusinessDate;
  /** Net sales in minor units up to the end of hour n since midnight; a float, for shares of it are estimates. */
  readonly cumulative: readonly number[];
  readonly total: number;
}

/** An estimate and the range in which four of five comparable days would put it; minor units. */
export interface Estimate {
  readonly value: MinorUnits;
  readonly low: MinorUnits;
  readonly high: MinorUnits;
}

export interface Pacing {
  /** Usual day × the usual share of it by now. */
  readonly expectedByNow: Estimate;
  /** Sales so far ÷ the usual share; null while that share is too small to divide by. */
  readonly projectedClose: Estimate | null;
  /** Trimmed mean of the comparable days. */
  readonly usualDay: MinorUnits;
  readonly days: number;
}

const HOURS = 48;
const FEWEST_DAYS = 3;
/** Before a twentieth of a usual day is in, a projection would say more about luck than about the day. */
const SMALLEST_SHARE = 0.05;

/** The comparable days that sold anything, oldest first. */
export function dayCurves(hours: readonly ComparableHour[]): DayCurve[] {
  const dates = [...new Set(hours.map(({ businessDate }) => businessDate))].sort();
  return dates
    .map((businessDate) => {
      const byHour = new Array<number>(HOURS).fill(0);
      for (const hour of hours)
        if (hour.businessDate === businessDate)
          byHour[hour.hour] = (byHour[hour.hour] ?? 0) + Number(hour.netSales);
      let sum = 0;
      const cumulative = byHour.map((amount) => {
        sum += amount;
        return sum;
      });
      return { businessDate, cumulative, total: sum };
    })
    .filter(({ total }) => total > 0);
}

/** What a day had taken in by that minute since midnight: within an hour, evenly. */
export function takenBy({ cumulative }: DayCurve, minute: number): number {
  const hour = Math.floor(minute / 60);
  const before = hour === 0 ? 0 : (cumulative[Math.min(hour, HOURS) - 1] ?? 0);
  const after = cumulative[Math.min(hour, HOURS - 1)] ?? before;
  return hour >= HOURS ? before : before + (after - before) * ((minute % 60) / 60);
}

/** Usual share of a day that is in by that minute, 0 to 1 unless returns outweigh sales; 0 without days. */
export function usualShareBy(curves: readonly DayCurve[], minute: number): number {
  return trimmedMean(curves.map((curve) => takenBy(curve, minute) / curve.total));
}

/**
 * Sales so far against what a usual day of this weekday has by now.
 * @param minute minutes since the midnight that begins the business date, up to which sales are in
 * @returns null with fewer than three comparable days
 */
export function pacing(curves: readonly DayCurve[], netSales: MinorUnits, minute: number): Pacing | null {
  if (curves.length < FEWEST_DAYS) return null;
  const usualDay = trimmedMean(curves.map(({ total }) => total));
  const shares = curves.map((curve) => takenBy(curve, minute) / curve.total);
  const share = trimmedMean(shares);
  const byNow = curves.map((curve) => takenBy(curve, minute));
  const projected = shares.filter((one) => one >= SMALLEST_SHARE).map((one) => Number(netSales) / one);
  return {
    expectedByNow: estimate(usualDay * share, byNow),
    projectedClose:
      share < SMALLEST_SHARE || projected.length < FEWEST_DAYS
        ? null
        : estimate(Number(netSales) / share, projected),
    usualDay: toMinor(usualDay),
    days: curves.length,
  };
}

/** The mean without the lowest and the highest, where five or more leave enough; 0 of nothing. */
export function trimmedMean(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const kept = sorted.length >= 5 ? sorted.slice(1, -1) : sorted;
  return kept.length === 0 ? 0 : kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

/** Linear between the values around it. @param share 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** The value is inside its own range, though a trimmed mean need not lie between two quantiles. */
function estimate(value: number, around: readonly number[]): Estimate {
  return {
    value: toMinor(value),
    low: toMinor(Math.min(value, quantile(around, 0.1))),
    high: toMinor(Math.max(value, quantile(around, 0.9))),
  };
}

function toMinor(amount: number): MinorUnits {
  return minorUnits(BigInt(Math.round(amount)));
}
