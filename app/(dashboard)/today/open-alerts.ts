import type { Alert } from '#lib/alert.ts';
import { alertReadings } from '#lib/alert-readings.ts';
import { isUnavailable } from '#lib/live-sales.ts';
import { dayCurves } from '#lib/pacing.ts';
import type { RowScope } from '#lib/scope.ts';
import { alertQueue } from '#server/live/alert-queue.ts';
import { getLiveSales } from '#server/live/get-live-sales.ts';
import type { UsualDay } from './usual-day.ts';

/** What a scope has to be told now, dearest first. While the live store is away nothing is judged: its own badge says so. */
export async function openAlerts(scope: RowScope, { stores: usual, hours }: UsualDay): Promise<Alert[]> {
  const sales = await getLiveSales(scope);
  if (isUnavailable(sales)) return [];
  const [only, ...others] = usual;
  const about = only && others.length === 0 ? only.storeName : `${usual.length} stores`;
  const readings = alertReadings(sales, { usual, curves: dayCurves(hours), about }, sales.sentAt);
  return alertQueue().advance(sales.businessDate, readings, sales.sentAt);
}
