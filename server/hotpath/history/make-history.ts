import { type BusinessDate, businessDate } from '#lib/business-date.ts';
import type { PosEvent } from '#lib/pos-event.ts';

export const HISTORY_DAYS: readonly BusinessDate[] = ['2010-12-23', '2010-12-24'].map(businessDate);
export const HISTORY_STORES: readonly string[] = Array.from({ length: 20 }, (_, at) => `S-${100 + at}`);
const PRODUCTS = 25;

/** The same numbers for the same seed, 0 to 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface History {
  /** Each event once, in the order of their times. */
  readonly events: readonly PosEvent[];
  /** As they are sent: one in ten comes twice, one in ten comes late. */
  readonly sent: readonly PosEvent[];
}

export function makeHistory(count: number, random: () => number): History {
  const upTo = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly [T, ...T[]]): T => from[upTo(from.length)] ?? from[0];
  const events = Array.from({ length: count }, (_, at): PosEvent => {
    const second = Math.floor((at / count) * HISTORY_DAYS.length * 50_000);
    const date = HISTORY_DAYS[Math.floor(second / 50_000)] ?? businessDate('2010-12-24');
    const eventTime = new Date(Date.parse(`${date}T08:00:00Z`) + (second % 50_000) * 1_000)
      .toISOString()
      .slice(0, 19);
    const head = {
      transactionId: `T${at}`,
      storeId: HISTORY_STORES[upTo(HISTORY_STORES.length)] ?? 'S-100',
      businessDate: date,
      eventTime,
    };
    const line = () => ({ productId: `P${upTo(PRODUCTS)}`, quantity: 1 + upTo(5) });
    const chance = random();
    if (chance < 0.02) return { ...head, kind: 'count', lines: [line()] };
    if (chance < 0.06) return { ...head, kind: pick(['receipt', 'transfer', 'adjustment']), lines: [line()] };
    const sign = chance < 0.1 ? -1 : 1;
    const lines = [line(), ...(random() < 0.3 ? [{ productId: 'Q', quantity: 1 }] : [])].map((sold) => ({
      ...sold,
      quantity: sign * sold.quantity,
      netAmount: String(sign * (1 + upTo(50_000))),
    }));
    return {
      ...head,
      kind: sign < 0 ? 'return' : 'sale',
      channel: pick(['store', 'store', 'online', 'mobile']),
      lines,
    };
  });
  const sent = events
    .flatMap((event, at) => {
      const due = random() < 0.1 ? at + upTo(500) : at;
      return random() < 0.1
        ? [
            { event, due },
            { event, due: due + upTo(500) },
          ]
        : [{ event, due }];
    })
    .sort((a, b) => a.due - b.due)
    .map(({ event }) => event);
  return { events, sent };
}
