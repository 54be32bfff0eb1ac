import type { BusinessDate } from '#lib/business-date.ts';
import { PARTITIONS } from '#lib/partition.ts';

/**
 * How far a reader has come: a trading day, and the last entry of each partition's live stream that the figures
 * include. It travels as the `id` of a message and comes back as `Last-Event-ID`.
 */
export interface Position {
  readonly date: BusinessDate;
  readonly entries: readonly string[];
}

const PATTERN = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\d)/(\\d{1,15}-\\d{1,9}(?:,\\d{1,15}-\\d{1,9}){${PARTITIONS - 1}})$`,
);

export function positionText({ date, entries }: Position): string {
  return `${date}/${entries.join(',')}`;
}

/** Undefined for a text that is no position: it came from outside. */
export function readPosition(text: string | null): Position | undefined {
  const match = PATTERN.exec(text ?? '');
  return match?.[1] && match[2]
    ? { date: match[1] as BusinessDate, entries: match[2].split(',') }
    : undefined;
}

/** Whether entry a of a stream came after entry b. Asked for every store and ticket of a message: it makes no garbage. */
export function isAfter(a: string, b: string): boolean {
  const [aDash, bDash] = [a.indexOf('-'), b.indexOf('-')];
  const millis = Number(a.slice(0, aDash)) - Number(b.slice(0, bDash));
  return millis === 0 ? Number(a.slice(aDash + 1)) > Number(b.slice(bDash + 1)) : millis > 0;
}
