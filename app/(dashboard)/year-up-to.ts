import { addDays, type BusinessDate } from '#lib/business-date.ts';
import type { Period } from '#lib/period.ts';

/** The 52 weeks up to a day, or what is held of them. */
export function yearUpTo(to: BusinessDate, firstHeld: BusinessDate): Period {
  const from = addDays(to, -363);
  return { from: from < firstHeld ? firstHeld : from, to };
}
