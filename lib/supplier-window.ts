import { addDays, type BusinessDate } from './business-date.ts';
import type { Period } from './period.ts';

const DAYS = 91;
const YEAR = 364;

/** The 13 weeks up to the last closed day, the 13 before them, and the year that months are shown of. */
export function supplierWindows(lastClosed: BusinessDate): { period: Period; before: Period; year: Period } {
  const from = addDays(lastClosed, 1 - DAYS);
  return {
    period: { from, to: lastClosed },
    before: { from: addDays(from, -DAYS), to: addDays(from, -1) },
    year: { from: addDays(lastClosed, 1 - YEAR), to: lastClosed },
  };
}
