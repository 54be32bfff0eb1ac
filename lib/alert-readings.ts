import type { Reading } from './alert.ts';
import type { UsualStore } from './comparable-day.ts';
import { type LiveSales, minuteOfDay } from './live-sales.ts';
import { minorUnits } from './money.ts';
import { type DayCurve, type Pacing, pacing, usualShareBy } from './pacing.ts';
import { SILENT_TICKETS, silences } from './silences.ts';

const LATE_MS = 5 * 60_000;
/** After this share of a usual day the shops are closing, and silence is no news. */
const OVER = 0.98;

interface Expected {
  readonly usual: readonly UsualStore[];
  readonly curves: readonly DayCurve[];
  /** What the figures cover, in words. */
  readonly about: string;
}

/** Every rule read off the live figures of the chain. @param now epoch milliseconds of the server's clock */
export function alertReadings(sales: LiveSales, { usual, curves, about }: Expected, now: number): Reading[] {
  if (sales.floorTime === null) return [];
  const minute = minuteOfDay(sales.businessDate, sales.floorTime);
  const share = usualShareBy(curves, minute);
  const pace = pacing(curves, minorUnits(BigInt(sales.netSales)), minute);
  if (!pace || share >= OVER) return [];
  const whole = { subject: 'chain', storeId: null, about, found: '' };
  const missing = Number(pace.expectedByNow.value) - Number(sales.netSales);
  const tolerated = Number(pace.expectedByNow.value) - Number(pace.expectedByNow.low);
  const lateMs = sales.countedAt === null ? 0 : now - sales.countedAt;
  const unseen = usualShareBy(curves, minute + lateMs / 60_000) - share;
  const silent = silences(sales, usual, curves);
  const heard = new Set(
    silent.filter(({ tickets }) => tickets < SILENT_TICKETS).map(({ store }) => store.storeId),
  );
  return [
    {
      ...whole,
      rule: 'behind-pace',
      level: tolerated > 0 ? Math.max(0, missing / tolerated) : 0,
      atStake: money(missing),
    },
    { ...whole, rule: 'data-late', level: lateMs / LATE_MS, atStake: money(Number(pace.usualDay) * unseen) },
    ...storesBehind(sales, usual, { share, tolerance: toleranceOf(pace) }).filter(({ subject }) =>
      heard.has(subject),
    ),
    ...silent.map(
      ({ store, tickets, netSales }): Reading => ({
        rule: 'store-silent',
        subject: store.storeId,
        storeId: store.storeId,
        about: store.storeName,
        found: '',
        level: tickets / SILENT_TICKETS,
        atStake: money(netSales),
      }),
    ),
  ];
}

/** A store's day varies more than the chain's: by the share the chain tolerates, and by the chance of its own tickets. */
function storesBehind(
  sales: LiveSales,
  usual: readonly UsualStore[],
  { share, tolerance }: { share: number; tolerance: number },
): Reading[] {
  const live = new Map(sales.stores.map((store) => [store.storeId, store]));
  return usual.map(({ storeId, storeName, netSales, transactions, days }) => {
    const expected = (Number(netSales) / days) * share;
    const tickets = (transactions / days) * share;
    const missing = expected - Number(live.get(storeId)?.netSales ?? 0);
    // The sum of n tickets of about one size each strays by their root; two and a half of these are one day in a hundred.
    const tolerated = expected * (tolerance + (tickets > 0 ? CHANCE / Math.sqrt(tickets) : 1));
    return {
      rule: 'behind-pace',
      subject: storeId,
      storeId,
      about: storeName,
      found: '',
      level: tolerated > 0 ? Math.max(0, missing / tolerated) : 0,
      atStake: money(missing),
    };
  });
}

const CHANCE = 2.5;

function toleranceOf({ expectedByNow: { value, low } }: Pacing): number {
  return Number(value) > 0 ? (Number(value) - Number(low)) / Number(value) : 0;
}

function money(amount: number): string {
  return String(BigInt(Math.max(0, Math.round(amount))));
}
