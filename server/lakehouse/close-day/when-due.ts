import { addDays, type BusinessDate } from '#lib/business-date.ts';

export interface Closing {
  /** Store-local time on the day after, from which a day may be closed: `HH:mm`. */
  readonly at: string;
  /** No event was counted for so long. */
  readonly quietMs: number;
}

export interface OpenDay {
  readonly businessDate: BusinessDate;
  /** IANA zone of the stores. */
  readonly timeZone: string;
  /** When an event of the day was counted last, epoch ms; null before the first. */
  readonly countedAt: number | null;
}

/**
 * Whether a day is over: the night after it has come where the stores are, and nothing comes in any more. A day nobody sold
 * anything on is not over: it has not begun. @param now epoch milliseconds
 */
export function isDue({ businessDate, timeZone, countedAt }: OpenDay, { at, quietMs }: Closing, now: number) {
  if (countedAt === null || now - countedAt < quietMs) return false;
  return localTime(now, timeZone) >= `${addDays(businessDate, 1)} ${at}`;
}

/** `YYYY-MM-DD HH:mm` there. */
function localTime(now: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(now);
}
