import { mstl } from '../forecast/augurs.ts';
import { type DemandCube, weekdayOf } from './demand-cube.ts';
import type { DemandFit } from './fit-demand.ts';

/** The same weekday a year ago, and the same date: the week is of weekdays, the season of dates. */
const WEEKS_OF_YEAR = 364;
const YEAR = 365;
const WEEK_DAYS = 182;
/** Weeks that a category's own weekday must have shown before it outweighs the chain's. */
const WEEKDAY_PRIOR = 8;
/** Days of last year that must lie under the days just seen, to tell how this year stands to it. */
const FEWEST_SHARED = 4;
const WEEK = 7;
const MOST_SHARED = 28;
const SMOOTHED = 7;
const LEVEL_DAYS = 14;
/** A day stands out where it leaves the days around it by more than this, on the logarithm, and by more than days do. */
const LEAST_EVENT = 0.2;
const EVENT_DEVIATIONS = 3;
const NAMED_DEVIATIONS = 1.5;

/**
 * The chain's index of each category for the days after the fit: week, days that stand out (holidays by their name,
 * others as on the same weekday a year ago), and the season, which is last year's where it was seen and else what MSTL
 * makes of the last half year.
 */
export function chainAhead(cube: DemandCube, fit: DemandFit): Float64Array[] {
  const { end } = fit;
  const whole = meanIndex(fit);
  const weekdays = Uint8Array.from({ length: end + cube.horizon }, (_, day) => weekdayOf(cube, day));
  const chainWeek = weekProfile(whole, weekdays);
  const events = standingOut(
    whole.map((value, day) => value / (chainWeek[weekdays[day] ?? 0] ?? 1)),
    cube.holidays,
  );
  const expected = ahead(cube, events, end);
  return fit.index.map((own) => {
    const week = weekProfile(own, weekdays, chainWeek);
    const plain = own.map((value, day) => value / ((week[weekdays[day] ?? 0] ?? 1) * (events[day] ?? 1)));
    const season = lastYear(plain, end, cube.horizon) ?? smoothedOn(plain, end, cube.horizon);
    return season.map(
      (value, step) => value * (week[weekdays[end + step] ?? 0] ?? 1) * (expected[step] ?? 1),
    );
  });
}

/** Mean of the categories on each day; they are all about 1. */
function meanIndex({ index, end }: DemandFit): Float64Array {
  return Float64Array.from(
    { length: end },
    (_, day) => index.reduce((sum, own) => sum + (own[day] ?? 0), 0) / index.length,
  );
}

/** How each weekday stands to the days around it; drawn towards `prior` where there is one. */
function weekProfile(values: Float64Array, weekdays: Uint8Array, prior?: Float64Array): Float64Array {
  const ratios: number[][] = Array.from({ length: 7 }, () => []);
  for (let day = Math.max(3, values.length - WEEK_DAYS); day < values.length - 3; day++) {
    const around = meanOf(values, day - 3, day + 4);
    const value = values[day] ?? Number.NaN;
    if (around > 0 && Number.isFinite(value)) ratios[weekdays[day] ?? 0]?.push(value / around);
  }
  return Float64Array.from(ratios, (own, weekday) => {
    const known = prior?.[weekday] ?? 1;
    const weight = prior ? WEEKDAY_PRIOR : own.length === 0 ? 1 : 0;
    return (own.length * median(own) + weight * known) / (own.length + weight);
  });
}

/**
 * By day: 1, or how far it stands out from the days around it. A day with a name needs less to be believed than one
 * without, which must leave the days before and the days after alike: else the step from month to month would count.
 */
function standingOut(values: Float64Array, holidays: readonly string[]): Float64Array {
  const log = (day: number) => Math.log(values[day] ?? Number.NaN);
  const around = (day: number, from: number, to: number) =>
    median(
      Array.from({ length: to - from }, (_, i) => day + from + i)
        .filter((near) => near !== day && !holidays[near])
        .map(log)
        .filter(Number.isFinite),
    );
  const days = [...values.keys()];
  const plain = days.map((day) => log(day) - around(day, -10, 11));
  const deviation = 1.4826 * median(plain.filter(Number.isFinite).map(Math.abs));
  return Float64Array.from(days, (day) => {
    const own = plain[day] ?? Number.NaN;
    if (!Number.isFinite(own)) return 1;
    if (holidays[day]) return Math.abs(own) > NAMED_DEVIATIONS * deviation ? Math.exp(own) : 1;
    const sides = [log(day) - around(day, -7, 0), log(day) - around(day, 1, 8)];
    const least = Math.max(LEAST_EVENT, EVENT_DEVIATIONS * deviation);
    const stands = sides.every((side) => side > least) || sides.every((side) => side < -least);
    return stands ? Math.exp(own) : 1;
  });
}

function ahead({ holidays, horizon }: DemandCube, events: Float64Array, end: number): Float64Array {
  return Float64Array.from({ length: horizon }, (_, step) => {
    const name = holidays[end + step];
    if (name) {
      const same = [...events.keys()].filter((day) => holidays[day] === name);
      return same.length > 0 ? same.reduce((sum, day) => sum + (events[day] ?? 1), 0) / same.length : 1;
    }
    const yearAgo = end + step - WEEKS_OF_YEAR;
    return yearAgo >= 0 && !holidays[yearAgo] ? (events[yearAgo] ?? 1) : 1;
  });
}

/** Last year's course at this year's height; null where last year's days were not seen. */
function lastYear(plain: Float64Array, end: number, horizon: number): Float64Array | null {
  const ago = end - YEAR;
  if (ago < -WEEK || horizon > YEAR) return null;
  const shared = Math.min(MOST_SHARED, ago);
  // In the first days of a second year too little lies under what was just seen: last year's next week stands for it.
  const growth =
    shared < FEWEST_SHARED
      ? meanOf(plain, end - WEEK, end) / meanOf(plain, ago, ago + WEEK)
      : meanOf(plain, end - shared, end) / meanOf(plain, ago - shared, ago);
  if (!(growth > 0) || !Number.isFinite(growth)) return null;
  const half = (SMOOTHED - 1) / 2;
  return Float64Array.from({ length: horizon }, (_, step) => {
    const day = Math.max(half, end + step - YEAR);
    return growth * meanOf(plain, Math.max(0, day - half), Math.min(end, day + half + 1));
  });
}

function smoothedOn(plain: Float64Array, end: number, horizon: number): Float64Array {
  const recent = plain
    .subarray(Math.max(0, end - WEEK_DAYS))
    .map((value) => (value > 0 ? Math.log(value) : Number.NaN));
  const level = meanOf(plain, end - LEVEL_DAYS, end);
  const found = recent.every(Number.isFinite) ? mstl(recent, horizon, [7]) : null;
  return found?.map(Math.exp) ?? new Float64Array(horizon).fill(level > 0 ? level : 1);
}

/** Mean of the days seen from `from` up to `to`; NaN where there is none. */
function meanOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  let days = 0;
  for (let day = Math.max(0, from); day < Math.min(values.length, to); day++) {
    const value = values[day] ?? Number.NaN;
    if (!(value >= 0)) continue;
    sum += value;
    days++;
  }
  return sum / days;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
