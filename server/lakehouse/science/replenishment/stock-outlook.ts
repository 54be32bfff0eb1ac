/** How long stock lasts at the forecast of each day ahead; beyond the last forecast day the mean of all goes on. */

const LONGEST = 999;

/** Days until the units are gone, with the part of the last day; 999 at most, null where nothing is wanted. */
export function daysOfCover(units: number, ahead: ArrayLike<number>): number | null {
  const whole = sumOf(ahead, ahead.length);
  if (!(whole > 0)) return null;
  let left = Math.max(0, units);
  for (let day = 0; day < ahead.length; day++) {
    const wanted = ahead[day] ?? 0;
    if (wanted > left) return day + left / wanted;
    left -= wanted;
  }
  return Math.min(LONGEST, ahead.length + left / (whole / ahead.length));
}

/** Units wanted in the first days ahead, which need not be whole. */
export function demandWithin(days: number, ahead: ArrayLike<number>): number {
  const mean = sumOf(ahead, ahead.length) / ahead.length;
  const whole = Math.min(ahead.length, Math.floor(days));
  const rest = days - whole;
  return sumOf(ahead, whole) + rest * (whole < ahead.length ? (ahead[whole] ?? 0) : mean);
}

export interface Delivery {
  /** Day ahead on which it is due; 1 is the next. */
  readonly day: number;
  readonly units: number;
}

/** First day ahead (1 is the next) on which less is there than is wanted, counting what is due by then; null beyond the forecast. */
export function firstShortDay(
  onHand: number,
  ahead: ArrayLike<number>,
  due: readonly Delivery[],
): number | null {
  let stock = Math.max(0, onHand);
  for (let day = 1; day <= ahead.length; day++) {
    for (const delivery of due) if (delivery.day === day) stock += delivery.units;
    const wanted = ahead[day - 1] ?? 0;
    if (wanted > 0 && stock < wanted) return day;
    stock -= wanted;
  }
  return null;
}

/** Units expected to be wanted and not there from one day up to another (both counted), with what is due. */
export function shortfall(
  onHand: number,
  ahead: ArrayLike<number>,
  due: readonly Delivery[],
  from: number,
  to: number,
): number {
  let stock = Math.max(0, onHand);
  let short = 0;
  for (let day = 1; day <= Math.min(to, ahead.length); day++) {
    for (const delivery of due) if (delivery.day === day) stock += delivery.units;
    const wanted = ahead[day - 1] ?? 0;
    if (day >= from) short += Math.max(0, wanted - stock);
    stock = Math.max(0, stock - wanted);
  }
  return short;
}

function sumOf(values: ArrayLike<number>, count: number): number {
  let sum = 0;
  for (let at = 0; at < count; at++) sum += values[at] ?? 0;
  return sum;
}
