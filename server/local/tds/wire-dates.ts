import type WritableTrackingBuffer from 'tedious/lib/tracking-buffer/writable-tracking-buffer.js';
import { SqlError } from './sql-errors.ts';

const DAYS_FROM_YEAR_ONE = 719_162;
const LAST_DAY = 3_652_058;
const MICROS_PER_DAY = 86_400_000_000n;

/** `days` since 1970-01-01, which may be before it. @throws SqlError 517 outside the years 1 to 9999. */
export function writeDate(out: WritableTrackingBuffer, days: number): void {
  const day = days + DAYS_FROM_YEAR_ONE;
  if (!(day >= 0 && day <= LAST_DAY)) throw new SqlError(517, 'A value is outside the years 0001 to 9999.');
  out.writeUInt24LE(day);
}

/** Bytes of a time of day with `scale` digits of a second. */
export function timeLength(scale: number): number {
  return scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
}

/** `micros` since 1970-01-01T00:00; sent with `scale` digits of a second, the rest cut off. @throws SqlError 517 */
export function writeTimestamp(out: WritableTrackingBuffer, micros: bigint, scale: number): void {
  const ofDay = ((micros % MICROS_PER_DAY) + MICROS_PER_DAY) % MICROS_PER_DAY;
  const ticks = Number((ofDay * 10n ** BigInt(scale)) / 1_000_000n);
  const bytes = Buffer.alloc(timeLength(scale));
  bytes.writeUIntLE(ticks, 0, bytes.length);
  out.writeBuffer(bytes);
  writeDate(out, Number((micros - ofDay) / MICROS_PER_DAY));
}
