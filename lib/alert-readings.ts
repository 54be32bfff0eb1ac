import type { Reading } from './alert.ts';
import type { UsualStore } from './comparable-day.ts';
import { type LiveSales, minuteOfDay } from './live-sales.ts';
import { minorUnits } from './money.ts';
import { type DayCurve, pacing, usualShareBy } from './pacing.ts';
import { SILENT_TICKETS, silences } from './silences.ts';

const LATE_MS = 5 * 60_000;
/** After this share of a usual day the shops are closing, and silence is no news. */
const OVER = 0.98;

/**
 * Every rule read off the figures of one audience.
 * @param about what the figures cover, in words
 * @param now epoch milliseconds of the server's clock
 */
export function alertReadings(
  sales: LiveSales,
  { usual, curves, about }: { usual: readonly UsualStore[]; curves: readonly DayCurve[]; about: string },
  now: number,
): Reading[] {
  if (sales.floorTime === null) return [];
  const minute = minuteOfDay(sales.businessDate, sales.floorTime);
  const share = usualShareBy(curves, minute);
  const pace = pacing(curves, minorUnits(BigInt(sales.netSales)), minute);
  if (!pace || share >= OVER) return [];
  const whole = { subject: sales.audience, about };
  const missing = Number(pace.expectedByNow.value) - Number(sales.netSales);
  const tolerated = Number(pace.expectedByNow.value) - Number(pace.expectedByNow.low);
  const lateMs = sales.countedAt === null ? 0 : now - sales.countedAt;
  const unseen = usualShareBy(curves, minute + lateMs / 60_000) - share;
  return [
    {
      ...whole,
      rule: 'behind-pace',
      level: tolerated > 0 ? Math.max(0, missing / tolerated) : 0,
      atStake: money(missing),
    },
    { ...whole, rule: 'data-late', level: lateMs / LATE_MS, atStake: money(Number(pace.usualDay) * unseen) },
    ...silences(sales, usual, curves).map(
      ({ store, tickets, netSales }): Reading => ({
        rule: 'store-silent',
        subject: store.storeId,
        about: store.storeName,
        level: tickets / SILENT_TICKETS,
        atStake: money(netSales),
      }),
    ),
  ];
}

function money(amount: number): string {
  return String(BigInt(Math.max(0, Math.round(amount))));
}
