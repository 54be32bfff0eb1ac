import type WritableTrackingBuffer from 'tedious/lib/tracking-buffer/writable-tracking-buffer.js';
import { SqlError } from './sql-errors.ts';

const DAYS_FROM_YEAR_ONE = 719_162;
const LAST_DAY = 3_652_058;

/** `days` since 1970-01-01, which may be before it. @throws SqlError 517 outside the years 1 to 9999. */
export function writeDate(out: WritableTrackingBuffer, days: number): void {
  const day = days + DAYS_FROM_YEAR_ONE;
  if (!(day >= 0 && day <= LAST_DAY)) throw new SqlError(517, 'A value is outside the years 0001 to 9999.');
  out.writeUInt24LE(day);
}

/** `ticks` since midnight, 10^scale of them a second. */
export function writeTimeOfDay(out: WritableTrackingBuffer, ticks: bigint, scale: number): void {
  if (scale > 4) out.writeUInt40LE(Number(ticks));
  else if (scale > 2) out.writeUInt32LE(Number(ticks));
  else out.writeUInt24LE(Number(ticks));
}

/** `ticks` since 1970-01-01T00:00Z, 10^scale of them a second. @throws SqlError 517 */
export function writeTimestamp(out: WritableTrackingBuffer, ticks: bigint, scale: number): void {
  const ticksPerDay = 86_400n * 10n ** BigInt(scale);
  const ofDay = ((ticks % ticksPerDay) + ticksPerDay) % ticksPerDay;
  writeTimeOfDay(out, ofDay, scale);
  writeDate(out, Number((ticks - ofDay) / ticksPerDay));
}
